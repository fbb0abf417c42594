import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { enhance } from '$app/forms';
import Sign from './Sign.svelte';

afterEach(() => vi.unstubAllGlobals());

const sign = () => {
	const component = mount(Sign, { target: document.body });
	flushSync();
	document.querySelector('button').click();
	onTestFinished(() => unmount(component));
	return () => document.querySelector('p').textContent;
};

it('is softpost’s enhance', async () => {
	expect(enhance).toBe((await import('softpost/kit')).enhance);
});

it('sends the form, and has the result', async () => {
	const asked = vi.fn(async () =>
		Response.json({ type: 'success', status: 200, data: '[{"signed":1},"Ada"]' })
	);
	vi.stubGlobal('fetch', asked);
	const answer = sign();
	await expect.poll(answer).toBe('sending Ada');
	await expect.poll(answer).toBe('success: Ada');
	expect(asked).toHaveBeenCalledTimes(1);
});
