// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mount, tick, unmount } from 'svelte';
import { browserPage } from '../../../src/page/browser-page.ts';
import { findRecord } from '../../../src/runtime.ts';
import { submission } from '../../../src/svelte.ts';
import type { EnhanceOptions } from '../../../src/index.ts';
import Status from './components/Status.svelte';
import { defer, find, submit, tasks, type Deferred } from '../dom.ts';
import { ERROR, FAILURE, SUCCESS } from '../forms.ts';

let component: Record<string, unknown> | undefined;
let answers: Deferred<object>[];

const start = async (
	options: EnhanceOptions = {},
	onProgress?: (progress: unknown) => void
): Promise<void> => {
	component = mount(Status, { target: document.body, props: { options, onProgress } });
	await tick();
};

const send = async (): Promise<void> => {
	submit(find('form'), find('form button'));
	await tick();
};

const answer = async (result: object): Promise<void> => {
	answers.at(-1)!.resolve(result);
	await tasks();
};

const text = (id: string): string => find(`#${id}`).textContent!;

beforeEach(() => {
	answers = [];
	vi.stubGlobal('fetch', async () => {
		const coming = defer<object>();
		answers.push(coming);
		return Response.json(await coming.promise);
	});
	vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(async () => {
	if (component) await unmount(component);
	component = undefined;
	submission('save').clear();
	document.body.innerHTML = '';
	browserPage.set({ form: null, status: 200, error: null });
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

it('is reactive in a component: pending, result, error', async () => {
	await start();
	expect([text('pending'), text('result'), text('error')]).toEqual(['0', 'none', 'none']);
	await send();
	expect(text('pending')).toBe('1');
	expect(find<HTMLButtonElement>('form button').disabled).toBe(true);
	await tasks();
	await answer(FAILURE);
	expect([text('pending'), text('result'), text('error')]).toEqual(['0', 'failure', 'none']);
	expect(find<HTMLButtonElement>('form button').disabled).toBe(false);
});

it('wakes only who reads the field that has changed', async () => {
	const onProgress = vi.fn();
	await start({}, onProgress);
	await send();
	await tasks();
	await answer(SUCCESS);
	expect(text('result')).toBe('success');
	expect(onProgress).toHaveBeenCalledExactlyOnceWith(null);
});

it('shows an error that is kept, and sends again from a click', async () => {
	await start({ onError: 'keep' });
	await send();
	await tasks();
	await answer(ERROR);
	expect([text('pending'), text('error')]).toEqual(['0', 'Down']);
	find('#retry').click();
	await tick();
	expect(text('pending')).toBe('1');
	await tasks();
	await answer(SUCCESS);
	expect([text('pending'), text('result'), text('error')]).toEqual(['0', 'success', 'none']);
});

it('is forgotten by clear(), on the page too where it is shown', async () => {
	await start();
	await send();
	await tasks();
	await answer(FAILURE);
	expect(browserPage.current.form).toEqual({ missing: true });
	find('#clear').click();
	await tick();
	expect(text('result')).toBe('none');
	expect(browserPage.current.form).toBeNull();
});

it('is known before there is a form, and when there is none any more', async () => {
	const status = submission('save');
	expect(status).toMatchObject({ pending: 0, progress: null, result: null, error: null });
	await start();
	await send();
	await tasks();
	await unmount(component!);
	component = undefined;
	expect(status.pending).toBe(1);
	await answer(SUCCESS);
	expect(status).toMatchObject({ pending: 0, result: SUCCESS });
});

it('leaves no subscriber behind', async () => {
	const { store } = findRecord('save');
	const { subscribe } = store;
	let living = 0;
	store.subscribe = (listener) => {
		living += 1;
		const undo = subscribe(listener);
		return () => {
			living -= 1;
			undo();
		};
	};
	await start();
	await send();
	await tasks();
	await answer(SUCCESS);
	expect(living).toBeGreaterThan(0);
	await unmount(component!);
	component = undefined;
	await tasks();
	store.subscribe = subscribe;
	expect(living).toBe(0);
});
