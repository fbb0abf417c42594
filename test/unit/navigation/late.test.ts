// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { goto, invalidateAll } from '../../../src/navigation.ts';
import { currentNavigator } from '../../../src/navigation/document-navigator.ts';
import { defer, find, render } from '../dom.ts';
import { at, setup, type Answer } from './setup.ts';

let app: ReturnType<typeof setup>;

const start = (...options: Parameters<typeof setup>): typeof app => (app = setup(...options));

const FIELD = '<form><input name="a"></form>';

/** As a user does. */
const type = (value: string): void => {
	const field = find<HTMLInputElement>('input');
	field.value = value;
	field.dispatchEvent(new Event('input', { bubbles: true }));
};

const outcome = { form: { old: true }, status: 200 };

afterEach(() => app.router.destroy());

describe('an error boundary whose code comes late', () => {
	const startSlow = () => {
		const code = defer();
		const { host } = start();
		host.prepareError = async ({ message }) => {
			await code.promise;
			return `error ${message}`;
		};
		return code;
	};

	it('does not take the place of the page that the user has gone to', async () => {
		const code = startSlow();
		const showing = currentNavigator().showError(new Error('late'), 500);
		await goto(at('/next'));
		code.resolve();
		await showing;
		expect(app.shown).toEqual(['/next']);
		expect(app.page.current).toMatchObject({ error: null, status: 200 });
	});

	it('does not hide a later result', async () => {
		const code = startSlow();
		const showing = currentNavigator().showError(new Error('late'), 500, () => true);
		code.resolve();
		await showing;
		expect(app.shown).toEqual([]);
		expect(app.page.current.error).toBeNull();
	});

	it('is shown where the user has only moved within the page', async () => {
		const code = startSlow();
		const showing = currentNavigator().showError(new Error('now'), 500, () => false);
		await goto(at('/start#part'));
		code.resolve();
		await showing;
		expect(app.page.current.error).toEqual({ message: 'now', status: 500 });
	});
});

describe('a refresh', () => {
	it('leaves the form and status of a later result alone, and brings its data', async () => {
		const slow = defer<Answer>();
		const { page } = start({ '/start': slow.promise });
		const refreshing = currentNavigator().invalidateAll!(outcome, () => true);
		page.set({ form: { new: true }, status: 422 });
		slow.resolve({ data: { fresh: true } });
		await refreshing;
		expect(page.current).toMatchObject({
			form: { new: true },
			status: 422,
			data: { fresh: true }
		});
	});

	it('brings its result where nothing later is there', async () => {
		const { page } = start();
		await currentNavigator().invalidateAll!(outcome, () => false);
		expect(page.current).toMatchObject(outcome);
	});

	it('does not hide an error that was shown after it began', async () => {
		const slow = defer<Answer>();
		const { page, shown } = start({ '/start': slow.promise });
		const refreshing = invalidateAll();
		await currentNavigator().showError(new Error('new'), 500);
		slow.resolve({ data: { fresh: true } });
		await refreshing;
		expect(shown).toEqual(['error new']);
		expect(page.current).toMatchObject({ error: { message: 'new' }, status: 500 });
	});

	it('brings back a page whose error was there before', async () => {
		const { page, shown } = start();
		await currentNavigator().showError(new Error('old'), 500);
		await invalidateAll();
		expect(shown).toEqual(['error old', '/start']);
		expect(page.current).toMatchObject({ error: null, status: 200 });
	});

	it('keeps the fields for the page if a boundary appeared in the meantime', async () => {
		const slow = defer<Answer>();
		const { host } = start({ '/start': () => slow.promise });
		render(FIELD);
		type('mine');
		const refreshing = invalidateAll();
		await currentNavigator().showError(new Error('new'), 500);
		render('<h1>new</h1>');
		slow.resolve({});
		await refreshing;
		vi.mocked(host.settled).mockImplementationOnce(async () => void render(FIELD));
		await invalidateAll();
		expect(find<HTMLInputElement>('input').value).toBe('mine');
	});

	it('keeps the fields where the fresh page is an error', async () => {
		const answers: Answer[] = [{ status: 500, error: { message: 'load' } }, {}];
		const { host } = start({ '/start': () => answers.shift()! });
		render(FIELD);
		type('mine');
		vi.mocked(host.settled).mockImplementationOnce(async () => void render('<h1>load</h1>'));
		await invalidateAll();
		vi.mocked(host.settled).mockImplementationOnce(async () => void render(FIELD));
		await invalidateAll();
		expect(find<HTMLInputElement>('input').value).toBe('mine');
	});
});
