import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { keys } from '../../browser/fixtures/reset/lib/keys.js';
import type { Scenario } from '../scenario.ts';

/** What writes the fields of a form, and what is different where it does. */
const writers: Record<string, { by: string; different?: object }> = {
	plain: { by: 'by an attribute each' },
	spread: { by: 'by spreads' },
	component: { by: 'by components around them' },
	state: { by: 'by bindings to state that is made from data' },
	derived: { by: 'by bindings to derived values' }
};

/** The same matrix as test/browser/reset.test.ts, in a page that a link leads to. */
const scenarioOf = (writer: string): Scenario => ({
	name: `Fields that are written ${writers[writer]!.by} show, send and store the same after each result`,
	fixture: 'reset',
	async run(user) {
		const run = randomUUID();
		const path = `/${writer}/${run}?keys=${keys.join(',')}`;
		await user.visit(`/?to=${encodeURIComponent(path)}`);
		await user.click('#forms');
		await user.sees('Forms');
		const faults = await user.evaluate(`drive.runAll(${JSON.stringify(run)}, {})`);
		expect(faults).toEqual([]);
	}
});

/** What is typed with real keys while a form is in flight, and is no value yet. */
const halves: Scenario = {
	name: 'Half a number that is typed while its form is in flight stays, with its form around it',
	fixture: 'reset',
	async run(user) {
		const run = randomUUID();
		await user.visit(`/derived/${run}?keys=form`);
		await user.evaluate(`(() => {
			const { fetch } = window;
			const released = new Promise((resolve) => (window.release = resolve));
			window.fetch = async (...wish) => {
				await released;
				return fetch(...wish);
			};
			document.querySelector('form').requestSubmit();
			document.querySelector('[name=number]').select();
		})()`);
		await user.type('[name=number]', 'e');
		await user.evaluate('release()');
		await user.finds(`document.querySelector('form').hasAttribute('aria-busy')`, false);
		const number = `document.querySelector('[name=number]')`;
		await user.finds(`${number}.form === document.querySelector('form')`, true);
		await user.finds(`${number}.validity.badInput`, true);
	}
};

export const resetScenarios: Scenario[] = [...Object.keys(writers).map(scenarioOf), halves];
