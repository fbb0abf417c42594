import { expect } from 'vitest';
import type { Scenario } from '../scenario.ts';
import type { User } from '../user.ts';

/** Opens the page with the forms, scrolled down so far that every change of it would be seen. */
const visitForms = async (user: User): Promise<number> => {
	await user.visit('/');
	await user.click('#forms');
	await user.sees('Forms');
	await user.finds('announced', ['/forms']);
	await user.evaluate('scrollTo(0, 300)');
	return user.evaluate('history.length');
};

const result = `document.querySelector('#result').textContent`;

/** Lets the server give the answers that it holds back. */
const release = (user: User): Promise<void> =>
	user.evaluate(`fetch('/release', { method: 'POST' }).then(() => {})`);

export const formScenarios: Scenario[] = [
	{
		name: 'A failure is shown in place: no entry, no scrolling, focus in the first wrong field',
		async run(user) {
			const entries = await visitForms(user);
			await user.type('#email', 'nobody');
			await user.click('#fail');
			await user.finds(result, '{"wrong":"nobody"}');
			await user.finds('document.activeElement.id', 'email');
			await user.finds(`document.querySelector('#email').value`, 'nobody');
			await user.finds('[kit.page.status, location.pathname, scrollY]', [400, '/forms', 300]);
			await user.finds('history.length', entries);
			await user.finds('announced', ['/forms']);
			expect(await user.stayed()).toBe(true);
		}
	},
	{
		name: 'A success is shown in place: no entry, no scrolling, Tab begins at the top',
		async run(user) {
			const entries = await visitForms(user);
			await user.type('#email', 'ann');
			await user.press('Tab');
			await user.press('Enter');
			await user.finds(result, '{"saved":"ann"}');
			await user.finds(`document.querySelector('#email').value`, '');
			await user.finds('document.activeElement.tagName', 'BODY');
			await user.finds('[kit.page.status, location.pathname, scrollY]', [200, '/forms', 300]);
			await user.finds('history.length', entries);
			await user.finds('announced', ['/forms']);
			expect(await user.stayed()).toBe(true);
			await user.press('Tab');
			await user.finds('document.activeElement.id', 'first');
		}
	},
	{
		name: 'Focus goes to the element with autofocus after a result, and on a new page',
		async run(user) {
			await user.visit('/');
			await user.evaluate(`kit.goto('/auto')`);
			await user.sees('Auto');
			await user.finds('document.activeElement.id', 'auto');
			await user.type('#text', 'a');
			await user.press('Enter');
			await user.finds(result, '{"saved":true}');
			await user.finds('document.activeElement.id', 'auto');
		}
	},
	{
		name: 'A redirect shows its page: one entry, at the top, focus reset, title announced once',
		async run(user) {
			const entries = await visitForms(user);
			await user.click('#move');
			await user.sees('Post two');
			await user.finds('[location.pathname, scrollY]', ['/posts/two', 0]);
			await user.finds('history.length', entries + 1);
			await user.finds('document.activeElement.tagName', 'BODY');
			await user.finds('announced', ['/forms', '/posts/two']);
			expect(await user.stayed()).toBe(true);
			await user.back();
			await user.sees('Forms');
			await user.finds('scrollY', 300);
		}
	},
	{
		name: 'A redirect to another origin leaves by a document load',
		async run(user) {
			const away = await user.serveElsewhere();
			await user.visit(`/forms?away=${away}`);
			await user.click('#leave');
			await user.finds('location.origin', away);
			await user.sees('0');
			await user.back();
			await user.sees('Forms');
			await user.finds('location.origin', user.site);
		}
	},
	{
		name: 'Text that is typed while a submission is in flight stays',
		async run(user) {
			await visitForms(user);
			await user.type('#email', 'ann');
			await user.click('#held');
			await user.type('#name', 'typed meanwhile');
			await release(user);
			await user.finds(result, '{"saved":"ann"}');
			await user.finds(`document.querySelector('#name').value`, 'typed meanwhile');
			await user.finds(`document.querySelector('#email').value`, '');
		}
	},
	{
		name: 'data-sveltekit-reload on submitter or ancestor leaves the form to the browser, not with "off"',
		async run(user) {
			await visitForms(user);
			await user.click('#save-off');
			await user.finds(result, '{}');
			expect(await user.stayed()).toBe(true);
			for (const button of ['#save-reload', '#inherited-reload']) {
				await user.visit('/forms');
				await user.click(button);
				await user.finds('!window.marker && location.search', '?/save');
				await user.sees('Forms');
			}
		}
	},
	{
		name: 'data-sveltekit-replacestate on submitter or ancestor counts for a redirect, not with "off"',
		async run(user) {
			const entries = await visitForms(user);
			await user.click('#move-replacestate');
			await user.sees('Post two');
			await user.finds('history.length', entries);
			await user.click('#forms');
			await user.sees('Forms');
			await user.click('#move-off');
			await user.sees('Post two');
			await user.finds('history.length', entries + 2);
		}
	},
	{
		name: 'data-sveltekit-noscroll on submitter or ancestor counts for a redirect, not with "off"',
		async run(user) {
			await visitForms(user);
			await user.click('#move-noscroll');
			await user.sees('Post two');
			await user.finds('scrollY', 300);
			await user.evaluate(`kit.goto('/forms', { noScroll: true })`);
			await user.sees('Forms');
			await user.finds('scrollY', 300);
			await user.click('#move-off');
			await user.sees('Post two');
			await user.finds('scrollY', 0);
		}
	},
	{
		name: 'data-sveltekit-keepfocus on the submitter leaves the focus where it is',
		async run(user) {
			await visitForms(user);
			await user.type('#email', 'ann');
			await user.click('#save-keepfocus');
			await user.finds(result, '{"saved":"ann"}');
			await user.finds('document.activeElement.id', 'save-keepfocus');
		}
	},
	{
		name: 'A GET form navigates with the query that the browser would send',
		async run(user) {
			await user.visit('/');
			const entries = await user.evaluate<number>('history.length');
			await user.type('#q', 'one & two');
			await user.click('#find');
			await user.sees('Results for one & two');
			await user.finds('location.search', '?q=one+%26+two&kept=%C3%A4+%26+%C3%B6&by=button');
			await user.finds('history.length', entries + 1);
			expect(await user.stayed()).toBe(true);
			await user.back();
			await user.sees('Home');
		}
	},
	{
		name: 'Of two quick submits of a GET form the newer one is shown',
		async run(user) {
			await user.visit('/');
			await user.type('#q', 'held');
			await user.press('Enter');
			await user.finds('kit.navigating.to?.url.searchParams.get("q")', 'held');
			await user.evaluate(`document.querySelector('#q').select()`);
			await user.type('#q', ' back');
			await user.press('Enter');
			await user.finds('kit.navigating.to', null);
			const heading = await user.evaluate<string>(`document.querySelector('h1').textContent`);
			expect(heading).toMatch(/^Results for .* ?back/);
			await release(user);
			await new Promise((resolve) => setTimeout(resolve, 300));
			await user.sees(heading);
			await user.finds('history.length > 1 && kit.navigating.to', null);
		}
	}
];
