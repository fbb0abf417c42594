import { expect } from 'vitest';
import type { Scenario } from '../scenario.ts';

export const leavingScenarios: Scenario[] = [
	{
		name: 'An unknown URL of the app is its 404, inside the root layout',
		async run(user) {
			await user.visit('/');
			await user.click('#unknown');
			await user.finds(`document.querySelector('main h1')?.textContent.slice(0, 9)`, 'Error 404');
			await user.finds('location.pathname', '/unknown');
			await user.finds('!!window.app', true);
			await user.click('#one');
			await user.sees('Post one');
		}
	},
	{
		name: 'A URL of something else loads its document',
		async run(user) {
			await user.visit('/');
			await user.click('#plain');
			await user.sees('Plain document');
			await user.finds('location.pathname', '/plain');
			expect(await user.stayed()).toBe(false);
		}
	},
	{
		name: 'A response that is not page data loads its document',
		async run(user) {
			await user.visit('/');
			await user.click('#outage');
			await user.sees('Bad gateway');
			await user.finds('location.pathname', '/outage');
			expect(await user.stayed()).toBe(false);
		}
	},
	{
		name: 'Page code that cannot be imported comes with its document',
		async run(user) {
			await user.visit('/');
			await user.click('#gone');
			await user.sees('Not gone');
			await user.finds('!!window.app', true);
			expect(await user.stayed()).toBe(false);
			await user.click('#one');
			await user.sees('Post one');
		}
	},
	{
		name: 'beforeNavigate can have the browser ask before the document is left',
		differs: {
			webkit:
				'`beforeunload` is cancelled; WebKitWebDriver leaves all the same, so the question is not seen'
		},
		async run(user) {
			await user.visit('/');
			await user.evaluate('void (window.onHook = (hook, { cancel }) => cancel?.())');
			await user.evaluate('void (window.events = [])');
			await user.evaluate(`addEventListener('beforeunload', (event) =>
				sessionStorage.setItem('asked', String(event.defaultPrevented))
			)`);
			// Browsers ask only where the user has done something. A link would run the callback with its click.
			await user.click('h1');
			await user.evaluate(`void setTimeout(() => location.assign('/posts/two'))`);
			await user.finds(`sessionStorage.getItem('asked')`, 'true');
			if (user.engine === 'webkit') {
				// WebKitWebDriver opens no prompt that its client could answer, and the document is left.
				await user.sees('Post two');
				return;
			}
			await expect.poll(() => user.questions()).toEqual(['beforeunload']);
			await user.finds('events', [['before', 'leave', '/', null]]);
			await user.sees('Home');
			expect(await user.stayed()).toBe(true);
			await user.evaluate('void (window.onHook = null)');
		}
	}
];
