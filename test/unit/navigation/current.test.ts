// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { goto, invalidateAll } from '../../../src/navigation.ts';
import { installNavigator } from '../../../src/navigation/current.ts';
import { currentNavigator } from '../../../src/navigation/document-navigator.ts';
import type { Navigator } from '../../../src/navigation/navigator.ts';
import { browserPage } from '../../../src/page/browser-page.ts';

const { origin } = location;

afterEach(() => {
	document.head.innerHTML = '';
	document.body.innerHTML = '';
	vi.restoreAllMocks();
});

describe('without a host', () => {
	beforeEach(() => {
		vi.spyOn(location, 'assign').mockImplementation(() => {});
		vi.spyOn(location, 'replace').mockImplementation(() => {});
	});

	it('goto loads the document, and resolves when this one goes', async () => {
		let over = false;
		const going = goto('/a').then(() => (over = true));
		await null;
		expect(String(vi.mocked(location.assign).mock.calls[0]![0])).toBe(`${origin}/a`);
		expect(over).toBe(false);
		dispatchEvent(new Event('pagehide'));
		await going;
	});

	it('goto replaces the entry with replaceState', () => {
		void goto('/a', { replaceState: true });
		expect(String(vi.mocked(location.replace).mock.calls[0]![0])).toBe(`${origin}/a`);
		expect(location.assign).not.toHaveBeenCalled();
	});

	it.each([
		'javascript:alert(1)',
		' JavaScript:alert(1)',
		'data:text/html,x',
		'blob:http://localhost:3000/1',
		'https://other.example/',
		'//other.example/x',
		'/\\other.example',
		'http://[',
		'http://a b/'
	])('goto refuses %j', async (target) => {
		await expect(goto(target)).rejects.toMatchObject({ code: 'external_url' });
		expect(location.assign).not.toHaveBeenCalled();
	});

	it('a redirect result may leave the origin', () => {
		void currentNavigator().goto(new URL('https://pay.example/1'));
		expect(String(vi.mocked(location.assign).mock.calls[0]![0])).toBe('https://pay.example/1');
	});

	it('invalidateAll has nothing to run, and resolves', async () => {
		await expect(invalidateAll()).resolves.toBeUndefined();
	});

	it.each<[thrown: unknown, message: string]>([
		[new Error('broken'), 'broken'],
		[{ message: 'Gone' }, 'Gone'],
		['text', 'text']
	])('the error %j goes to the page and a live region', async (thrown, message) => {
		await currentNavigator().showError(thrown, 503);
		expect(browserPage.current).toMatchObject({ status: 503, error: { message } });
		const region = document.body.lastElementChild as HTMLElement;
		expect(region.ariaLive).toBe('assertive');
		// A new region waits before its first text, because one that comes with its text is often not read.
		await expect.poll(() => region.textContent).toBe(message);
		browserPage.set({ status: 200, error: null });
	});

	it('uses one live region for all messages', async () => {
		await currentNavigator().showError(new Error('one'), 500);
		await currentNavigator().showError(new Error('other'), 500);
		expect(document.body.children).toHaveLength(1);
		expect(document.body.textContent).toBe('other');
		browserPage.set({ status: 200, error: null });
	});

	it('knows the URL of the document', () => {
		expect(currentNavigator().here().href).toBe(location.href);
	});
});

describe('with a host', () => {
	const host = (): Navigator => ({
		here: () => new URL('/here', origin),
		goto: vi.fn(async () => {}),
		showError: async () => {},
		invalidateAll: vi.fn(async () => {})
	});

	it('goto and invalidateAll are its own, until the undo', async () => {
		const navigator = host();
		const undo = installNavigator(navigator);
		await goto('?q=1', { noScroll: true });
		await invalidateAll();
		expect(navigator.goto).toHaveBeenCalledExactlyOnceWith(
			new URL('/?q=1', origin),
			{ noScroll: true },
			undefined,
			true
		);
		expect(navigator.invalidateAll).toHaveBeenCalledOnce();
		undo();
		expect(currentNavigator()).not.toBe(navigator);
	});

	it('goto is relative to the base URL of the document', async () => {
		document.head.innerHTML = '<base href="/app/">';
		const navigator = host();
		const undo = installNavigator(navigator);
		await goto('settings');
		expect(navigator.goto).toHaveBeenCalledWith(
			new URL('/app/settings', origin),
			undefined,
			undefined,
			true
		);
		undo();
	});

	it('the undo of an older host leaves a newer one alone', () => {
		const [older, newer] = [host(), host()];
		const undoOlder = installNavigator(older);
		const undoNewer = installNavigator(newer);
		undoOlder();
		expect(currentNavigator()).toBe(newer);
		undoNewer();
	});
});
