import { expect } from 'vitest';
import type { Scenario } from '../scenario.ts';

export const historyScenarios: Scenario[] = [
	{
		name: 'Back and forward restore page, scroll position and page.state',
		async run(user) {
			await user.visit('/');
			await user.evaluate('scrollTo(0, 500)');
			await user.click('#goto-one');
			await user.finds('scrollY', 0);
			await user.evaluate('scrollTo(0, 900)');
			await user.click('#goto-two');
			await user.finds('scrollY', 0);
			await user.evaluate('scrollTo(0, 1300)');
			await user.back();
			await user.sees('Post one');
			await user.finds('[scrollY, kit.page.state.at]', [900, 1]);
			await user.back();
			await user.sees('Home');
			await user.finds('[scrollY, kit.page.state]', [500, {}]);
			await user.forward();
			await user.finds('[scrollY, kit.page.state.at]', [900, 1]);
			await user.forward();
			await user.sees('Post two');
			await user.finds('[scrollY, kit.page.state.at]', [1300, 2]);
			expect(await user.stayed()).toBe(true);
		}
	},
	{
		name: 'A reload keeps scroll position, page.state and the entries around',
		async run(user) {
			await user.visit('/');
			await user.evaluate('scrollTo(0, 500)');
			await user.click('#goto-one');
			await user.finds('scrollY', 0);
			await user.evaluate('scrollTo(0, 900)');
			await user.reload();
			await user.finds('!window.marker && !!window.app', true);
			await user.sees('Post one');
			await user.finds('[scrollY, kit.page.state.at]', [900, 1]);
			await user.back();
			await user.sees('Home');
			await user.finds('scrollY', 500);
			await user.forward();
			await user.sees('Post one');
			await user.finds('[scrollY, kit.page.state.at]', [900, 1]);
		}
	},
	{
		name: 'Back from another document leads to page, scroll position and page.state',
		async run(user) {
			await user.visit('/');
			await user.click('#goto-one');
			await user.sees('Post one');
			await user.evaluate('scrollTo(0, 900)');
			await user.open(`${user.site}/plain`);
			await user.back();
			await user.sees('Post one');
			await user.finds('[scrollY, kit.page.state.at]', [900, 1]);
			await user.back();
			await user.sees('Home');
			await user.finds('scrollY', 0);
		}
	},
	{
		name: 'A page out of the back/forward cache works on',
		async run(user) {
			await user.visit('/');
			await user.evaluate('scrollTo(0, 700)');
			await user.evaluate(
				`addEventListener('pageshow', (event) => (window.persisted = event.persisted))`
			);
			await user.click('#plain');
			await user.sees('Plain document');
			await user.back();
			await user.sees('Home');
			await user.finds('window.persisted', true);
			expect(await user.stayed()).toBe(true);
			await user.finds('scrollY', 700);
			await user.finds('kit.navigating.to', null);
			await user.click('#one');
			await user.sees('Post one');
			await user.finds('scrollY', 0);
			await user.back();
			await user.sees('Home');
			await user.finds('scrollY', 700);
			expect(await user.stayed()).toBe(true);
		}
	},
	{
		name: 'beforeNavigate can cancel a link',
		async run(user) {
			await user.visit('/');
			await user.evaluate('void (window.onHook = (hook, { cancel }) => cancel?.())');
			await user.evaluate('void (window.events = [])');
			await user.click('#one');
			await user.finds('events', [['before', 'link', '/', '/posts/one']]);
			await user.finds('location.pathname', '/');
			await user.evaluate('void (window.onHook = null)');
			await user.click('#one');
			await user.sees('Post one');
			expect(await user.stayed()).toBe(true);
		}
	},
	{
		name: 'beforeNavigate can cancel going back',
		async run(user) {
			await user.visit('/');
			await user.click('#one');
			await user.sees('Post one');
			await user.click('#two');
			await user.sees('Post two');
			await user.evaluate('void (window.onHook = (hook, { cancel }) => cancel?.())');
			await user.evaluate('void (window.events = [])');
			await user.back();
			await user.finds('events', [['before', 'popstate', '/posts/two', '/posts/one']]);
			await user.finds('location.pathname', '/posts/two');
			await user.sees('Post two');
			await user.evaluate('void (window.onHook = null)');
			await user.back();
			await user.sees('Post one');
			await user.back();
			await user.sees('Home');
			expect(await user.stayed()).toBe(true);
		}
	}
];
