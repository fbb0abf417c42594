import { expect } from 'vitest';
import { fillIn, readShown, type Shown } from '../../browser/fields-page.ts';
import { forms } from '../../browser/fixtures/fields/lib/forms.js';
import type { Scenario } from '../scenario.ts';
import type { User } from '../user.ts';

/** Fills in a form of the table and sends it; what the user has of it once it has failed. */
const fail = async (user: User, name: string, query = ''): Promise<Shown> => {
	await user.visit(`/${encodeURIComponent(name)}${query}`);
	await user.evaluate(`(${String(fillIn)})(${JSON.stringify(forms[name]!.fill ?? {})})`);
	await user.click('#form > button');
	await user.finds(
		`!!document.querySelector('[id*="-issue-"]') && !document.querySelector('[aria-busy]')`,
		true
	);
	return user.evaluate<Shown>(`(${String(readShown)})()`);
};

/** The names of controls in quarters: a scenario has half a minute. */
const quarters = [0, 1, 2, 3].map((quarter) =>
	Object.keys(forms).filter((_, index) => index % 4 === quarter)
);

const focused = `document.activeElement.name ?? document.activeElement.tagName`;
const issues = `document.querySelectorAll('p[id*="-issue-"]').length`;

export const fieldScenarios: Scenario[] = [
	...quarters.map((names, quarter): Scenario => ({
		name: `Forms fail alike by the server and by the schema: fields, texts, values, focus (${quarter + 1} of 4)`,
		fixture: 'fields',
		async run(user) {
			for (const name of names) {
				const server = await fail(user, name);
				const client = await fail(user, name, '?client');
				expect(client, name).toEqual(server);
				const { wrong, focus, controls } = forms[name]!;
				const isSeen = (control: string): boolean =>
					controls.every(([type, own]) => type !== 'hidden' || own !== control);
				expect(Object.keys(server.wrong), name).toEqual(wrong.filter(isSeen));
				expect(server.focus, name).toBe(focus ?? wrong[0] ?? 'BODY');
			}
		}
	})),
	{
		name: 'A form of ten issues is mended by the keyboard alone, each as soon as it is right',
		fixture: 'fields',
		async run(user) {
			await fail(user, 'ten at once', '?client');
			for (let index = 0; index < 10; index += 1) {
				await user.finds(focused, `f${index}`);
				await user.finds(issues, 10 - index);
				await user.evaluate(
					`document.execCommand('insertText', false, 'x') && document.activeElement.value`
				);
				await user.finds(issues, 9 - index);
				await user.press('Tab');
			}
			await user.press('Enter');
			await user.finds(
				`document.querySelector('#done').textContent`,
				'f0,f1,f2,f3,f4,f5,f6,f7,f8,f9'
			);
		}
	},
	{
		name: 'A click on the button counts, although it makes a message above it go',
		fixture: 'fields',
		async run(user) {
			await fail(user, 'search', '?client');
			await user.evaluate(
				`(document.querySelector('[name=a]').focus(), document.execCommand('insertText', false, 'cd'))`
			);
			await user.click('#form > button');
			await user.finds(`document.querySelector('#done').textContent`, 'a');
		}
	},
	{
		name: 'A link of the summary moves the focus to its field',
		fixture: 'fields',
		async run(user) {
			await fail(user, 'ten at once');
			await user.click('#summary li:nth-child(6) a');
			await user.finds(focused, 'f5');
		}
	}
];
