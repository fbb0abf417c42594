// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import {
	goto,
	invalidate,
	preloadData,
	pushState,
	refreshAll,
	replaceState
} from '../../../src/navigation.ts';

describe('without a host', () => {
	it.each([
		['pushState', () => pushState('', {})],
		['replaceState', () => replaceState('', {})],
		['preloadData', () => preloadData('')],
		['invalidate', () => invalidate('app:x')],
		['goto', () => goto('', { shallow: true })]
	])('%s: they need a host, and say so', async (name, call) => {
		await expect((async () => call())()).rejects.toMatchObject({
			code: 'unsupported',
			message: expect.stringMatching(`^${name} is not available here\\. .*start`)
		});
	});

	it('refreshAll has nothing to run', async () => {
		await expect(refreshAll()).resolves.toBeUndefined();
	});
});
