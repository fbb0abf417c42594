import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { garbled, type Fault, type GarbledName } from './fault-server/faults.ts';
import { serveFaulty, type Faulty } from './fault-server/serve-faulty.ts';
import {
	bindings,
	fillAll,
	filled,
	open,
	press,
	readAll,
	run,
	statusOf,
	untouched
} from './reliability.ts';

let site: Faulty;
beforeAll(async () => {
	site = await serveFaulty();
});
afterEach(() => site.plan([]));
afterAll(() => site.close());

const documentedCodes = [...readFileSync('docs/errors.md', 'utf8').matchAll(/^\| `(\w+)`/gm)].map(
	([, code]) => code
);

/** Records the callback's argument, and then does the default. */
const NOTING = `submit: ({ controller }) => {
	globalThis.abort = () => controller.abort();
	return async ({ result, update }) => {
		const { response } = result.error ?? {};
		(globalThis.seen ??= []).push({
			type: result.type,
			status: result.status,
			code: result.error?.code,
			response: response instanceof Response ? [response.status, await response.text()] : null
		});
		await update();
	};
}`;

const openNoting = (extra = ''): Promise<Page> =>
	open(site, '/', { formOptions: `{ main: { ${extra} ${NOTING} } }` });

const boundary = (page: Page, text: string): Promise<void> =>
	page.getByRole('heading', { name: `Boundary ${text}` }).waitFor();

interface End {
	name: string;
	faults: Fault[];
	code: string;
	status: number;
	/** What `error.response` is. */
	response?: [status: number, body: string];
	options?: string;
	/** Whether the action ran although the user saw an error. */
	ran?: boolean;
}

const garbledEnd = (name: string, answer: GarbledName): End => ({
	name,
	faults: [{ kind: 'garble', handled: false, answer }],
	code: 'not_an_action_result',
	status: garbled[answer].status,
	response: [garbled[answer].status, garbled[answer].body]
});

/** More of the same than there are connections on which a browser tries again by itself. */
const always = (fault: Fault): Fault[] => Array.from({ length: 12 }, () => fault);

const ends: End[] = [
	{
		name: 'a time-out',
		faults: [{ kind: 'silence', handled: true }],
		// The copy that retry() sends has as long: time enough for a server on a busy machine.
		options: 'timeout: 2000,',
		code: 'timeout',
		status: 500,
		ran: true
	},
	{
		name: 'no connection: closed before the request was read',
		faults: always({ kind: 'reset', handled: false }),
		code: 'network',
		status: 500
	},
	{
		name: 'no connection: closed after the app has handled the request',
		faults: always({ kind: 'close', handled: true }),
		code: 'network',
		status: 500,
		ran: true
	},
	{
		// Chromium treats an incomplete header block as complete.
		name: 'a connection that is dropped within the headers',
		faults: [{ kind: 'cut', within: 'headers' }],
		code: 'not_an_action_result',
		status: 200,
		response: [200, ''],
		ran: true
	},
	{
		name: 'a connection that is dropped within the body',
		faults: [{ kind: 'cut', within: 'body' }],
		code: 'network',
		status: 500,
		ran: true
	},
	garbledEnd('a 413 as text', 'tooLarge'),
	garbledEnd('a 502 as HTML', 'badGateway'),
	garbledEnd('an empty answer', 'empty'),
	garbledEnd('null', 'null'),
	garbledEnd('truncated JSON', 'truncated'),
	garbledEnd('JSON without a type', 'untyped'),
	garbledEnd('an attachment', 'attachment')
];

/** How often the action ran with what `fillAll` entered. */
const runsWith = (mark: string): number =>
	site.runs.filter(({ entries }) => entries.some(([, value]) => value === `text ${mark}`)).length;

describe.each(ends)('$name', ({ name, faults, code, status, response, options, ran = false }) => {
	it('is shown, with code, status and Response; the page has its values again, and retry() sends them once', async () => {
		const page = await openNoting(options);
		const expected = await fillAll(page, name);
		site.plan(faults);
		await press(page, 'Save');
		await boundary(page, `${status}: ${code}`);
		expect(documentedCodes).toContain(code);
		expect(await statusOf(page)).toEqual({ pending: 0, code, status });
		expect(await run(page, 'seen')).toEqual([
			{ type: 'error', status, code, response: response ?? null }
		]);
		expect(runsWith(name)).toBe(+ran);

		site.plan([]);
		await page.getByRole('link', { name: 'Home' }).click();
		await page.getByRole('heading', { name: 'Home' }).waitFor();
		expect(await readAll(page)).toEqual(expected);
		expect(await bindings(page)).toEqual({ bound: `bound ${name}`, agreed: true });

		site.plan(faults);
		await press(page, 'Save');
		await boundary(page, `${status}: ${code}`);
		site.plan([]);
		await press(page, 'Retry main');
		await page.getByText('Received').waitFor();
		await expect.poll(() => statusOf(page)).toMatchObject({ pending: 0 });
		expect(await readAll(page)).toEqual(untouched);
		// One that ran although the user saw an error is none that `retry()` sent.
		expect(runsWith(name)).toBe(1 + +ran);
	});
});

describe('onError: keep', () => {
	it.each(['no connection', 'an empty answer'])('leaves the page alone: %s', async (start) => {
		const { faults, code, status } = ends.find(({ name }) => name.startsWith(start))!;
		const page = await openNoting("onError: 'keep',");
		const mark = `${start}, kept`;
		const expected = await fillAll(page, mark);
		site.plan(faults);
		await press(page, 'Save');
		await expect.poll(() => statusOf(page)).toEqual({ pending: 0, code, status });
		expect(await readAll(page)).toEqual(expected);
		site.plan([]);
		await run(page, "kit.submission('main').retry()");
		expect(await readAll(page)).toEqual(untouched);
		expect(runsWith(mark)).toBe(1);
	});
});

describe('an abort', () => {
	it('ends it with the code aborted, and leaves the page and its fields', async () => {
		const page = await openNoting();
		site.plan([{ kind: 'silence', handled: false }]);
		await fillAll(page, 'aborted');
		const before = site.arrivals.length;
		await press(page, 'Save');
		await expect.poll(() => site.arrivals.length).toBeGreaterThan(before);
		expect(await statusOf(page)).toMatchObject({ pending: 1 });
		await run(page, 'abort()');
		await expect.poll(() => statusOf(page)).toEqual({ pending: 0 });
		expect(await run(page, 'seen')).toEqual([
			{ type: 'error', status: 500, code: 'aborted', response: null }
		]);
		expect(await readAll(page)).toEqual(filled('aborted'));
		expect(await page.locator('form[aria-busy], [data-submitting]').count()).toBe(0);
	});
});

describe('a network that is off', () => {
	it('ends it with the code network, and retry() sends it when the network is back', async () => {
		const page = await openNoting();
		await fillAll(page, 'offline');
		await page.context().setOffline(true);
		await press(page, 'Save');
		await boundary(page, '500: network');
		expect(runsWith('offline')).toBe(0);
		await page.context().setOffline(false);
		await press(page, 'Retry main');
		await page.getByText('Received').waitFor();
		expect(runsWith('offline')).toBe(1);
	});
});

describe('an HTML page after a redirect: a log-in wall', () => {
	it('is shown at its URL', async () => {
		const page = await openNoting();
		site.plan([{ kind: 'garble', handled: false, answer: 'wall' }]);
		await page.getByLabel('Text').fill('text walled');
		await press(page, 'Save');
		await page.getByRole('heading', { name: 'Log in first' }).waitFor();
		expect(page.url()).toBe(`${site.url}/login`);
		expect(await statusOf(page)).toMatchObject({ pending: 0, status: 303 });
		expect(runsWith('walled')).toBe(0);
	});
});

describe('a connection that ends without a response on one that was kept alive', () => {
	it('has the browser send again by itself, and the action runs once', async () => {
		const page = await openNoting();
		site.plan([{ kind: 'close', handled: true }]);
		await page.getByLabel('Text').fill('text sent twice');
		const before = site.arrivals.length;
		await press(page, 'Save');
		await page.getByText('Received').waitFor();
		const posts = site.arrivals.slice(before).filter(({ method }) => method === 'POST');
		expect(posts.length).toBe(2);
		expect(new Set(posts.map(({ headers }) => headers['x-softpost-submission'])).size).toBe(1);
		expect(runsWith('sent twice')).toBe(1);
	});
});
