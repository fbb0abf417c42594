import { expect } from 'vitest';
import type { Scenario } from '../scenario.ts';

export const linkScenarios: Scenario[] = [
	{
		name: 'A link shows another page at the top, as one entry, and its title is announced once',
		async run(user) {
			await user.visit('/');
			const entries = await user.evaluate<number>('history.length');
			await user.evaluate('scrollTo(0, 700)');
			await user.click('#one');
			await user.sees('Post one');
			await user.finds('scrollY', 0);
			await user.finds('history.length', entries + 1);
			await user.finds('document.title', '/posts/one');
			await user.finds('announced', ['/posts/one']);
			expect(await user.stayed()).toBe(true);
		}
	},
	{
		name: 'A link to the URL that is shown adds no entry',
		async run(user) {
			await user.visit('/');
			await user.click('#one');
			await user.sees('Post one');
			const entries = await user.evaluate<number>('history.length');
			await user.click('#one');
			await user.finds('announced.length', 2);
			await user.finds('history.length', entries);
			await user.back();
			await user.sees('Home');
			expect(await user.stayed()).toBe(true);
		}
	},
	{
		name: 'A link to a fragment scrolls there and moves the focus, and back leads to where it was',
		async run(user) {
			await user.visit('/');
			await user.evaluate('scrollTo(0, 20)');
			const entries = await user.evaluate<number>('history.length');
			await user.click('#to-end');
			await user.finds('location.hash', '#end');
			await user.finds('scrollY > 2000', true);
			await user.finds('document.activeElement.id', 'end');
			await user.finds('kit.page.url.hash', '#end');
			await user.finds('history.length', entries + 1);
			await user.back();
			await user.finds('location.hash', '');
			await user.finds('scrollY', 20);
			await user.forward();
			await user.finds('scrollY > 2000', true);
			expect(await user.stayed()).toBe(true);
		}
	},
	{
		name: 'A link to a fragment of another page scrolls there and moves the focus',
		async run(user) {
			await user.visit('/');
			await user.click('#end-of-two');
			await user.sees('Post two');
			await user.finds(
				`Math.abs(document.querySelector('#end').getBoundingClientRect().top) < 1`,
				true
			);
			await user.finds('location.hash', '#end');
			await user.press('Tab');
			await user.finds('document.activeElement.id', 'after-end');
			await user.back();
			await user.sees('Home');
			await user.finds('scrollY', 0);
			expect(await user.stayed()).toBe(true);
		}
	},
	{
		name: 'data-sveltekit-replacestate on an ancestor of a link counts, and "off" on the link more',
		async run(user) {
			await user.visit('/');
			const entries = await user.evaluate<number>('history.length');
			await user.click('#replacestate-on');
			await user.sees('Post two');
			await user.finds('history.length', entries);
			await user.click('#home');
			await user.sees('Home');
			await user.click('#replacestate-off');
			await user.sees('Post two');
			await user.finds('history.length', entries + 2);
		}
	},
	{
		name: 'data-sveltekit-noscroll on an ancestor of a link counts, and "off" on the link more',
		async run(user) {
			await user.visit('/');
			await user.evaluate('scrollTo(0, 700)');
			await user.click('#noscroll-on');
			await user.sees('Post two');
			await user.finds('scrollY', 700);
			await user.evaluate(`kit.goto('/', { noScroll: true })`);
			await user.click('#noscroll-off');
			await user.sees('Post two');
			await user.finds('scrollY', 0);
		}
	},
	{
		name: 'data-sveltekit-keepfocus on an ancestor of a link counts, and "off" on the link more',
		async run(user) {
			await user.visit('/');
			await user.click('#keepfocus-on');
			await user.sees('Post two');
			await user.finds('document.activeElement.id', 'keepfocus-on');
			await user.click('#home');
			await user.sees('Home');
			await user.click('#keepfocus-off');
			await user.sees('Post two');
			await user.finds('document.activeElement.tagName', 'BODY');
		}
	},
	{
		name: 'data-sveltekit-reload on an ancestor of a link counts, and "off" on the link more',
		async run(user) {
			await user.visit('/');
			await user.click('#reload-off');
			await user.sees('Post two');
			expect(await user.stayed()).toBe(true);
			await user.click('#reload-on');
			await user.finds('!!window.marker', false);
			await user.sees('Post two');
		}
	}
];
