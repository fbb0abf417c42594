import { expect } from 'vitest';
import type { Scenario } from '../scenario.ts';

export const navigationScenarios: Scenario[] = [
	{
		name: 'goto shows another page in the same document, as one entry',
		async run(user) {
			await user.visit('/');
			const entries = await user.evaluate<number>('history.length');
			await user.click('#goto-one');
			await user.sees('Post one');
			await user.finds('location.pathname', '/posts/one');
			await user.finds('history.length', entries + 1);
			expect(await user.stayed()).toBe(true);
		}
	},
	{
		name: 'goto with replaceState changes the entry',
		async run(user) {
			await user.visit('/');
			await user.click('#one');
			await user.sees('Post one');
			const entries = await user.evaluate<number>('history.length');
			await user.click('#replace');
			await user.sees('Post two');
			await user.finds('history.length', entries);
			await user.back();
			await user.sees('Home');
			expect(await user.stayed()).toBe(true);
		}
	},
	{
		name: 'goto scrolls to the top, and with noScroll stays where it is',
		async run(user) {
			await user.visit('/');
			await user.evaluate('scrollTo(0, 700)');
			await user.evaluate(`kit.goto('/posts/one', { noScroll: true })`);
			await user.sees('Post one');
			await user.finds('scrollY', 700);
			await user.evaluate(`kit.goto('/posts/two')`);
			await user.sees('Post two');
			await user.finds('scrollY', 0);
		}
	},
	{
		name: 'goto resets the focus, and with keepFocus leaves it',
		async run(user) {
			await user.visit('/');
			await user.click('#q');
			await user.evaluate(`kit.goto('/posts/one', { keepFocus: true })`);
			await user.sees('Post one');
			await user.finds('document.activeElement.id', 'q');
			await user.evaluate(`kit.goto('/posts/two')`);
			await user.sees('Post two');
			await user.finds('document.activeElement.tagName', 'BODY');
		}
	},
	{
		name: 'Tab begins at the top after a navigation',
		async run(user) {
			await user.visit('/');
			await user.click('#moved');
			await user.sees('Post two');
			await user.finds('document.activeElement.tagName', 'BODY');
			await user.press('Tab');
			await user.finds('document.activeElement.id', 'first');
		}
	},
	{
		name: 'A redirect of a load is followed, as one entry',
		async run(user) {
			await user.visit('/');
			const entries = await user.evaluate<number>('history.length');
			await user.click('#moved');
			await user.sees('Post two');
			await user.finds('location.pathname', '/posts/two');
			await user.finds('history.length', entries + 1);
			expect(await user.stayed()).toBe(true);
			await user.back();
			await user.sees('Home');
		}
	},
	{
		name: 'Of 20 quick gotos to two slow pages the last one is shown',
		async run(user) {
			await user.visit('/');
			const entries = await user.evaluate<number>('history.length');
			await user.evaluate(`Promise.all(Array.from({ length: 20 }, (_, index) =>
				kit.goto('/slow/' + (index % 2 ? 'b' : 'a') + '?wait=' + (400 - index * 20))
			)).then(() => {})`);
			await user.sees('Slow b');
			await user.finds('location.pathname', '/slow/b');
			await user.finds('kit.navigating.to', null);
			// The slowest answers have come by now.
			await new Promise((resolve) => setTimeout(resolve, 500));
			await user.sees('Slow b');
			await user.finds('location.pathname', '/slow/b');
			await user.finds('[kit.navigating.to, kit.navigating.type]', [null, null]);
			await user.finds('history.length', entries + 1);
			expect(await user.stayed()).toBe(true);
		}
	},
	{
		name: 'beforeNavigate, onNavigate and afterNavigate are called in this order',
		async run(user) {
			await user.visit('/');
			await user.evaluate('void (window.events = [])');
			await user.click('#one');
			await user.sees('Post one');
			await user.click('#goto-two');
			await user.sees('Post two');
			await user.back();
			await user.sees('Post one');
			const calls = (type: string, from: string, to: string): string[][] =>
				['before', 'on', 'after'].map((hook) => [hook, type, from, to]);
			await user.finds('events', [
				...calls('link', '/', '/posts/one'),
				...calls('goto', '/posts/one', '/posts/two'),
				...calls('popstate', '/posts/two', '/posts/one')
			]);
		}
	}
];
