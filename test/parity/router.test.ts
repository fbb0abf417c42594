import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Driver } from '../engines/engine.ts';
import { serveFixture } from '../browser/fixture.ts';
import type { Site } from '../browser/serve.ts';
import { getRule, type GetCase } from './cases/get.ts';
import type { CaseMeta } from './meta.ts';
import { setStage } from './stage.ts';

const engine = inject('engine');
const stage = setStage(engine);
const requested: string[] = [];
let site: Site;

beforeAll(async () => {
	site = await serveFixture('engines', {
		handle: ({ event, resolve }) => {
			requested.push(event.request.url.slice(site.url.length));
			return resolve(event);
		}
	});
});
afterAll(() => site?.close());

const waitFor = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
	const end = Date.now() + 20_000;
	while (!(await condition()) && Date.now() < end) await sleep(10);
};

/** Adds a form to a page of the app and submits it. */
const formExpression = ({ body, before = '' }: GetCase, own: boolean): string => `(() => {
	document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(body)});
	const form = document.body.lastElementChild;
	// So that the app leaves the form to the browser.
	if (${own}) form.dataset.sveltekitReload = '';
	${before};
	setTimeout(() => document.getElementById('go').click());
})()`;

/** @returns the URLs that the server is asked for, as sent, and whether the document stays */
const submit = async (driver: Driver, getCase: GetCase, own: boolean): Promise<string[]> => {
	await driver.open(`${site.url}/posts/one`);
	await waitFor(() => driver.evaluate(`'started' in document.documentElement.dataset`));
	await driver.evaluate('void (window.marker = true)');
	requested.length = 0;
	await driver.evaluate(formExpression(getCase, own));
	await waitFor(() => requested.length > 0);
	await sleep(150);
	// Else the two ways would not be two.
	if (own) expect(await driver.evaluate('!window.marker')).toBe(true);
	return [...requested];
};

describe(engine, () => {
	it.for(getRule.cases.map((getCase) => [getRule.rule, getCase.name, getCase] as const))(
		'%s: %s',
		async ([rule, name, getCase], { task: { meta } }) => {
			const { driver, version } = stage();
			const about: CaseMeta = { section: 'GET forms of an app', rule, name };
			Object.assign(meta, about, { version });
			const own = await submit(driver, getCase, true);
			const routed = await submit(driver, getCase, false);
			expect(own).toHaveLength(1);
			expect(routed).toEqual(own);
		}
	);
});
