// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onSubmit } from '../../../src/form/submit-event.ts';
import { find, render, submit, tasks } from '../dom.ts';

const heard = vi.fn<(event: SubmitEvent) => void>();
let controller: AbortController;
let form: HTMLFormElement;

beforeEach(() => {
	controller = new AbortController();
	form = render('<form><button></button></form>');
	onSubmit(form, heard, controller.signal);
});

afterEach(() => {
	controller.abort();
	heard.mockReset();
});

/** Adds a listener for as long as the test runs. */
const listen = (node: EventTarget, listener: (event: Event) => void, capture = false): void =>
	node.addEventListener('submit', listener, { capture, signal: controller.signal });

const nodes: [name: string, node: () => EventTarget][] = [
	['the form', () => form],
	['an ancestor', () => document.body],
	['the document', () => document],
	['the window', () => window]
];

it('tells once of each submit event', () => {
	submit(form);
	expect(heard).toHaveBeenCalledOnce();
	submit(form);
	expect(heard).toHaveBeenCalledTimes(2);
});

it.each(nodes)('tells after a listener that was added to %s later', (_, node) => {
	const order: string[] = [];
	heard.mockImplementation(() => void order.push('told'));
	listen(node(), () => order.push('theirs'));
	submit(form);
	submit(form);
	expect(order).toEqual(['theirs', 'told', 'theirs', 'told']);
});

it.each(nodes)('does not tell of what a listener on %s has prevented', (_, node) => {
	listen(node(), (event) => event.preventDefault());
	submit(form);
	expect(heard).not.toHaveBeenCalled();
});

it.each(nodes)('does not tell of what a capturing listener on %s has prevented', (_, node) => {
	listen(node(), (event) => event.preventDefault(), true);
	submit(form);
	expect(heard).not.toHaveBeenCalled();
});

it.each(nodes)('tells where a listener on %s stops the event', (_, node) => {
	listen(node(), (event) => event.stopPropagation());
	submit(form);
	expect(heard).toHaveBeenCalledOnce();
});

it.each(nodes)('leaves to the browser what %s stops at once, and hears the next', (_, node) => {
	const listener = vi.fn((event: Event) => event.stopImmediatePropagation());
	node().addEventListener('submit', listener, { once: true });
	submit(form);
	expect(heard).not.toHaveBeenCalled();
	submit(form);
	expect(heard).toHaveBeenCalledOnce();
});

it('tells of an event that does not bubble', () => {
	form.dispatchEvent(new Event('submit', { cancelable: true }));
	expect(heard).toHaveBeenCalledOnce();
});

it('tells nothing of the events of other forms', () => {
	submit(form);
	document.body.insertAdjacentHTML('beforeend', '<form id="other"></form>');
	submit(find('#other'));
	expect(heard).toHaveBeenCalledOnce();
});

it('leaves nothing behind when it ends, also between the first listener and the last', () => {
	listen(form, () => controller.abort());
	submit(form);
	submit(form);
	expect(heard).not.toHaveBeenCalled();
});

it('leaves to the browser what it fires without naming a submitter', () => {
	const event = new Event('submit', { bubbles: true });
	Object.defineProperty(event, 'isTrusted', { value: true });
	form.dispatchEvent(event);
	expect(heard).not.toHaveBeenCalled();
});

describe('the keys that were held', () => {
	const click = (init: MouseEventInit): boolean =>
		document.body.dispatchEvent(new MouseEvent('click', { bubbles: true, ...init }));

	it.each(['ctrlKey', 'metaKey', 'shiftKey', 'altKey'])('%s is for the browser', async (key) => {
		click({ [key]: true });
		submit(form);
		expect(heard).not.toHaveBeenCalled();
		await tasks(1);
		submit(form);
		expect(heard).toHaveBeenCalledOnce();
	});

	it('are forgotten with the next click', () => {
		click({ ctrlKey: true });
		click({});
		submit(form);
		expect(heard).toHaveBeenCalledOnce();
	});
});
