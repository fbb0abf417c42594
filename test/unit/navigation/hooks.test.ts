// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
	afterNavigate,
	beforeNavigate,
	onNavigate,
	type Navigation
} from '../../../src/navigation/hooks.ts';
import { owner } from '../../../src/navigation/hook-owner.ts';
import { runAfter, runAround, runBefore } from '../../../src/navigation/run-hooks.ts';

const navigation: Navigation = {
	from: null,
	to: null,
	type: 'goto',
	willUnload: false,
	complete: Promise.resolve()
};

const undo: (() => void)[] = [];

afterEach(() => {
	for (const step of undo.splice(0)) step();
	owner.adopt = () => {};
});

describe('beforeNavigate', () => {
	it('asks every callback, also after one has cancelled', () => {
		const other = vi.fn();
		undo.push(
			beforeNavigate(({ cancel }) => cancel()),
			beforeNavigate(other)
		);
		expect(runBefore(navigation)).toBe(false);
		expect(other).toHaveBeenCalledOnce();
	});

	it('lets a navigation pass that no callback cancels', () => {
		undo.push(beforeNavigate(() => {}));
		expect(runBefore(navigation)).toBe(true);
	});

	it('runs no callback after the undo', () => {
		const callback = vi.fn();
		beforeNavigate(callback)();
		runBefore(navigation);
		expect(callback).not.toHaveBeenCalled();
	});

	it('does not ask a callback that is registered by one of this turn', () => {
		const late = vi.fn();
		undo.push(beforeNavigate(() => void undo.push(beforeNavigate(late))));
		runBefore(navigation);
		expect(late).not.toHaveBeenCalled();
	});
});

describe('onNavigate', () => {
	it('waits for every callback, and returns their cleanup functions', async () => {
		const log: string[] = [];
		undo.push(
			onNavigate(async () => {
				await null;
				log.push('async');
				return () => void log.push('cleanup async');
			}),
			onNavigate(() => () => void log.push('cleanup')),
			onNavigate(() => {})
		);
		const cleanup = await runAround(navigation);
		expect(log).toEqual(['async']);
		cleanup();
		expect(log).toEqual(['async', 'cleanup async', 'cleanup']);
	});
});

describe('afterNavigate', () => {
	it('gets the navigation until the undo', () => {
		const callback = vi.fn();
		const off = afterNavigate(callback);
		runAfter(navigation);
		off();
		runAfter(navigation);
		expect(callback).toHaveBeenCalledExactlyOnceWith(navigation);
	});
});

it('a host may tie hooks to the component that registers them', () => {
	let destroy = (): void => {};
	owner.adopt = (off) => (destroy = off);
	const callback = vi.fn();
	afterNavigate(callback);
	destroy();
	runAfter(navigation);
	expect(callback).not.toHaveBeenCalled();
});
