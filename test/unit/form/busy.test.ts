// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createBusy, type Busy } from '../../../src/form/busy.ts';
import { find, render } from '../dom.ts';

let form: HTMLFormElement;
let busy: Busy;

beforeEach(() => {
	vi.useFakeTimers();
	form = render('<form><button id="one"></button><button id="two"></button></form>');
	busy = createBusy(form);
});

afterEach(() => {
	vi.useRealTimers();
});

const phaseOf = (selector: string): string | null => find(selector).getAttribute('data-submitting');
const isBusy = (): boolean => form.getAttribute('aria-busy') === 'true';

it('marks form and submitter, until the undo', () => {
	const undo = busy.mark(find('#one'));
	expect([isBusy(), phaseOf('#one'), phaseOf('#two')]).toEqual([true, '', null]);
	undo();
	expect([form.hasAttribute('aria-busy'), phaseOf('#one')]).toEqual([false, null]);
});

it.each([
	[500, undefined],
	[80, 80]
])('tells of a slow answer after %d ms, where the delay is %s', (ms, delay) => {
	busy.mark(find('#one'), delay);
	vi.advanceTimersByTime(ms - 1);
	expect(phaseOf('#one')).toBe('');
	vi.advanceTimersByTime(1);
	expect(phaseOf('#one')).toBe('delayed');
});

it('marks the form alone where no button was used', () => {
	const undo = busy.mark(null);
	expect(isBusy()).toBe(true);
	vi.runAllTimers();
	undo();
	expect(isBusy()).toBe(false);
});

it('keeps the marks for as long as any submission needs them', () => {
	const undo = ['#one', '#one', '#two'].map((selector) => busy.mark(find(selector)));
	undo[0]!();
	expect([isBusy(), phaseOf('#one'), phaseOf('#two')]).toEqual([true, '', '']);
	undo[2]!();
	expect([isBusy(), phaseOf('#one'), phaseOf('#two')]).toEqual([true, '', null]);
	undo[1]!();
	expect([isBusy(), phaseOf('#one')]).toEqual([false, null]);
});

it('leaves neither marks nor timers when they are cleared', () => {
	const undo = busy.mark(find('#one'));
	busy.mark(find('#two'));
	busy.clear();
	expect([isBusy(), phaseOf('#one'), phaseOf('#two')]).toEqual([false, null, null]);
	expect(vi.getTimerCount()).toBe(0);
	undo();
	expect(isBusy()).toBe(false);
});
