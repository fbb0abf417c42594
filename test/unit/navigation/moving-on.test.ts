// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beforeNavigate, goto, onNavigate } from '../../../src/navigation.ts';
import { currentNavigator } from '../../../src/navigation/current.ts';
import type { Navigation } from '../../../src/navigation/hooks.ts';
import { defer, tasks } from '../dom.ts';
import { at, setup, type Answer } from './setup.ts';

let app: ReturnType<typeof setup>;
const undo: (() => void)[] = [];

const start = (...options: Parameters<typeof setup>): typeof app => (app = setup(...options));

const ageNow = (): number => currentNavigator().age!();

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

describe('the user has moved on, for a submission,', () => {
	it.each<[name: string, move: () => unknown]>([
		['with another page', () => goto(at('/next'))],
		['with the same page anew', () => goto(at('/start'), { invalidateAll: true })],
		['with a page that is not there yet', () => void goto(at('/next'))],
		['by going back', () => app.location.go(-1)]
	])('%s', async (_, move) => {
		start();
		await goto(at('/start?2'));
		const before = ageNow();
		await move();
		expect(ageNow()).not.toBe(before);
		await tasks();
	});

	it.each<[name: string, move: () => unknown]>([
		['to a fragment by goto', () => goto(at('/start#part'))],
		['to a fragment by a link', () => app.followFragment('/start#part')],
		[
			'nowhere, because it was cancelled',
			() => {
				undo.push(beforeNavigate(({ cancel }) => cancel()));
				return goto(at('/next'));
			}
		],
		['nowhere, with an error', () => currentNavigator().showError(new Error('no'), 500)]
	])('not %s', async (_, move) => {
		start();
		const before = ageNow();
		await move();
		expect(ageNow()).toBe(before);
	});

	it('when the page is shown, also where it submitted while that was being loaded', async () => {
		const slow = defer<Answer>();
		start({ '/next': slow.promise });
		const going = goto(at('/next'));
		const before = ageNow();
		slow.resolve({});
		await going;
		expect(ageNow()).not.toBe(before);
	});

	it('not by going back from a fragment', async () => {
		start();
		await goto(at('/start#part'));
		const before = ageNow();
		app.location.go(-1);
		await tasks();
		expect(ageNow()).toBe(before);
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

	it('a change of the page waits for onNavigate, and an error that comes meanwhile stays', async () => {
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
