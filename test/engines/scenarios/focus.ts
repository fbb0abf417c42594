import type { Scenario } from '../scenario.ts';
import type { User } from '../user.ts';

/** Opens the page with the forms and puts markup on it, whose form is enhanced. */
const visitWith = async (user: User, markup: string): Promise<void> => {
	await user.visit('/forms');
	await user.evaluate(`(() => {
		document.querySelector('main').innerHTML = ${JSON.stringify(markup)};
		kit.enhance(document.querySelector('#form'));
	})()`);
};

const form = (fields: string, action = 'fail'): string =>
	`<form id="form" method="POST" action="/forms?/${action}" novalidate>${fields}<button id="send">Send</button></form>`;

const input = (id: string, attributes = ''): string =>
	`<input id="${id}" aria-label="${id}" ${attributes}>`;

const isIdle = `document.querySelector('[aria-busy]') === null && kit.page.status`;

const focused = `document.activeElement.id || document.activeElement.tagName`;

const layers: [name: string, markup: (content: string) => string, open: string][] = [
	['a modal dialog', (content) => `<dialog id="layer">${content}</dialog>`, 'layer.showModal()'],
	['a popover', (content) => `<div popover id="layer">${content}</div>`, 'layer.showPopover()'],
	['role="dialog"', (content) => `<div role="dialog" id="layer">${content}</div>`, '0']
];

export const focusScenarios: Scenario[] = [
	{
		name: 'Focus stays in the dialog, popover or role="dialog" that the form is in, at its start',
		async run(user) {
			for (const [, around, open] of layers) {
				await visitWith(user, around(`<button id="begin">Begin</button>${form(input('a'))}`));
				await user.evaluate(`void ${open}`);
				await user.click('#send');
				await user.finds(isIdle, 400);
				await user.finds(focused, 'layer');
				await user.press('Tab');
				await user.finds(focused, 'begin');
			}
		}
	},
	{
		name: 'Focus goes to the first wrong control that can take it, also by form= and in closed details',
		async run(user) {
			const wrong = 'aria-invalid="true"';
			await visitWith(
				user,
				`${form(
					`<fieldset aria-invalid="true">${input('a')}</fieldset>${input('b', `${wrong} disabled`)}
					<p inert>${input('c', wrong)}</p><details>${input('d', wrong)}</details>`
				)}${input('e', `${wrong} form="form"`)}`
			);
			await user.click('#send');
			await user.finds(isIdle, 400);
			await user.finds(focused, 'd');
			await user.evaluate(`document.querySelector('details').remove()`);
			await user.click('#send');
			await user.finds(focused, 'e');
		}
	},
	{
		name: 'Focus that the user has moved since the submit stays',
		async run(user) {
			await visitWith(user, form(input('a'), 'held') + input('elsewhere'));
			await user.click('#send');
			await user.click('#elsewhere');
			await user.evaluate(`fetch('/release', { method: 'POST' }).then(() => {})`);
			await user.finds(isIdle, 200);
			await user.finds(focused, 'elsewhere');
		}
	},
	{
		name: 'Focus and scroll position that a page sets itself stay, also where it is loaded with a fragment',
		async run(user) {
			for (const by of ['mount', 'afterNavigate']) {
				await user.visit('/');
				await user.evaluate(`scrollTo(0, 300), kit.goto('/own?by=${by}#end')`);
				await user.sees('Own');
				await user.finds('scrollY', 700);
				await user.finds(focused, 'own');
				await user.visit('/');
				await user.visit(`/own?by=${by}#end`);
				await user.evaluate('new Promise((done) => setTimeout(done, 300))');
				await user.finds('scrollY', 700);
				await user.finds(focused, 'own');
			}
		}
	},
	{
		name: 'Typed text comes back after an error during rendering',
		async run(user) {
			await user.visit('/fragile');
			await user.type('#outside', 'o');
			await user.type('#bound', 'b');
			await user.click('#tick');
			await user.type('#text', 't');
			await user.evaluate('void breakPage()');
			await user.finds(`document.querySelector('main h1')?.textContent.slice(0, 9)`, 'Error 500');
			await user.evaluate(`kit.goto('/fragile')`);
			await user.sees('Fragile');
			await user.finds(
				`[...new FormData(document.querySelector('#note'))].flat().join()`,
				'outside,o,bound,b,text,t,tick,on'
			);
			await user.finds(`document.querySelector('#binding').textContent`, 'b');
		}
	}
];
