import { expect, it, vi } from 'vitest';
import {
	afterNavigate,
	beforeNavigate,
	onNavigate,
	type Navigation
} from '../../../src/navigation/hooks.ts';
import { runAfter, runAround, runBefore } from '../../../src/navigation/run-hooks.ts';

it('hooks leave no trace in the process of a server', async () => {
	const callback = vi.fn();
	for (const hook of [beforeNavigate, onNavigate, afterNavigate])
		expect(hook(callback)).toBeTypeOf('function');
	const navigation = { type: 'goto' } as Navigation;
	expect(runBefore(navigation)).toBe(true);
	await runAround(navigation);
	runAfter(navigation);
	expect(callback).not.toHaveBeenCalled();
	expect(() => beforeNavigate(callback)()).not.toThrow();
});
