// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beforeNavigate, goto, onNavigate } from '../../../src/navigation.ts';
import { currentNavigator } from '../../../src/navigation/document-navigator.ts';
import type { Navigation } from '../../../src/navigation/hooks.ts';
import { defer, tasks } from '../dom.ts';
import { at, setup, type Answer } from './setup.ts';

let app: ReturnType<typeof setup>;
const undo: (() => void)[] = [];

const start = (...options: Parameters<typeof setup>): typeof app => (app = setup(...options));

/** The listeners of one submission: whether the page was left since, and whether by the app's own code. */
const watch = (): boolean[] => {
	const left: boolean[] = [];
	undo.push(currentNavigator().onLeave!((byApp) => void left.push(byApp)));
	return left;
};

beforeEach(() => {
	document.body.innerHTML = '';
});

afterEach(() => {
	for (const step of undo.splice(0)) step();
	app.router.destroy();
});

describe('complete', () => {
	it.each<[name: string, cancel: boolean, path: string]>([
		['is shown', false, '/next'],
		['was cancelled', true, '/next'],
		['is another part of the page', false, '/start#part'],
		['is a document', false, '/text']
	])('resolves when what was wished for %s', async (_, cancel, path) => {
		start({ '/text': { text: '' } });
		let seen: Navigation | undefined;
		undo.push(
			beforeNavigate((navigation) => {
				seen = navigation;
				if (cancel) navigation.cancel();
			})
		);
		await goto(at(path));
		await expect(seen!.complete).resolves.toBeUndefined();
	});

	it('resolves when a newer navigation took its place', async () => {
		const slow = defer<Answer>();
		start({ '/slow': slow.promise });
		const seen: Navigation[] = [];
		undo.push(beforeNavigate((navigation) => void seen.push(navigation)));
		const going = goto(at('/slow'));
		await goto(at('/next'));
		slow.resolve({});
		await going;
		await Promise.all(seen.map(({ complete }) => complete));
		expect(seen).toHaveLength(2);
	});
});

describe('the page is left, for a submission,', () => {
	it.each<[name: string, byApp: boolean, move: () => unknown]>([
		['for another page by goto', true, () => goto(at('/next'))],
		['for another page by a link', false, () => app.router.follow('link', at('/next'))],
		['for another page by a redirect', false, () => currentNavigator().goto(at('/next'))],
		['for a page that is not there yet', true, () => void goto(at('/next'))],
		['by going back', false, () => app.location.go(-1)]
	])('%s', async (_, byApp, move) => {
		start();
		await goto(at('/other'));
		const left = watch();
		await move();
		expect(left.length).toBeGreaterThan(0);
		expect(new Set(left)).toEqual(new Set([byApp]));
		await tasks();
	});

	it.each<[name: string, move: () => unknown]>([
		['for a fragment by goto', () => goto(at('/start#part'))],
		['for a fragment by a link', () => app.followFragment('/start#part')],
		['for another query of the page', () => app.router.follow('link', at('/start?tab=2'))],
		['for a fresh copy of the page', () => goto(at('/start'), { invalidateAll: true })],
		['for an entry of its own, by a state', () => goto(at('/start'), { state: { open: true } })],
		[
			'where it was cancelled',
			() => {
				undo.push(beforeNavigate(({ cancel }) => cancel()));
				return goto(at('/next'));
			}
		],
		['for an error', () => currentNavigator().showError(new Error('no'), 500)]
	])('not %s', async (_, move) => {
		start();
		const left = watch();
		await move();
		await tasks();
		expect(left).toEqual([]);
	});

	it('when the next page is shown, also where it submitted while that was being loaded', async () => {
		const slow = defer<Answer>();
		start({ '/next': slow.promise });
		const going = goto(at('/next'));
		const left = watch();
		slow.resolve({});
		await going;
		expect(left).toEqual([true]);
	});

	it('not by going back from a fragment', async () => {
		start();
		await goto(at('/start#part'));
		const left = watch();
		app.location.go(-1);
		await tasks();
		expect(left).toEqual([]);
	});

	it('no listener runs after the undo', async () => {
		start();
		const left: boolean[] = [];
		currentNavigator().onLeave!((byApp) => void left.push(byApp))();
		await goto(at('/next'));
		expect(left).toEqual([]);
	});
});

describe('a result that comes while another query of the page is loading', () => {
	it('is still shown with that', async () => {
		const slow = defer<Answer>();
		start({ '/start': slow.promise });
		const going = goto(at('/start?tab=2'));
		app.page.set({ form: { mine: true }, status: 422 });
		slow.resolve({ data: { tab: 2 } });
		await going;
		expect(app.page.current).toMatchObject({ form: { mine: true }, status: 422, data: { tab: 2 } });
	});

	it('one that was there before goes, as with any navigation', async () => {
		start();
		app.page.set({ form: { old: true }, status: 422 });
		await goto(at('/start?tab=2'));
		expect(app.page.current).toMatchObject({ form: null, status: 200 });
	});
});

describe('while an error is shown', () => {
	it.each<[name: string, move: () => unknown]>([
		['going back within the page', () => app.location.go(-1)],
		['a fragment of the page', () => goto(at('/start#other'))]
	])('%s loads the page', async (_, move) => {
		start();
		await goto(at('/start#part'));
		await currentNavigator().showError(new Error('no'), 500);
		expect(app.fetch).not.toHaveBeenCalled();
		await move();
		await tasks();
		expect(app.fetch).toHaveBeenCalledOnce();
		expect(app.page.current).toMatchObject({ error: null, status: 200 });
		expect(app.shown).toEqual(['error no', '/start']);
	});

	it('a change of the page waits for onNavigate, and an error that comes in the meantime stays', async () => {
		const wait = defer();
		start({ '/start': { data: { fresh: true } } });
		undo.push(onNavigate(() => wait.promise));
		const refreshing = currentNavigator().invalidateAll!();
		await tasks();
		await currentNavigator().showError(new Error('no'), 500);
		wait.resolve();
		await refreshing;
		expect(app.shown).toEqual(['error no']);
		expect(app.page.current).toMatchObject({ error: { message: 'no' }, status: 500 });
	});
});
