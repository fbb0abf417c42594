import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Faulty, Run } from '../fault-server/serve-faulty.ts';
import { run } from '../reliability.ts';
import { typedFields, type FormName, type Plan, type Step } from './plans.ts';

/** A user at a page, with their input that must not be lost. */
export interface User {
	page: Page;
	site: Faulty;
	/** The last input, by the field's label. */
	entered: Map<string, string>;
	/** How often a form was submitted. */
	submits: number;
	/** All input so far, so that no two values are the same. */
	count: number;
	/** Where the submissions of this plan begin in `site.runs`. */
	firstRun: number;
	/** What the outcomes on the page were when the user submitted, where that has not been answered. */
	awaited: number | null;
	online: boolean;
}

const BUTTONS: Record<FormName, string> = { main: 'Save', second: 'Comment' };
/** For what may be gone before it can be used. */
const QUICK = { timeout: 500 };
/** For what has to be there. */
const PATIENT = { timeout: 10_000 };
const LABELS = [...typedFields.main, ...typedFields.second, 'File'];

/** Where the user is, in one look. */
interface Look {
	path: string;
	form: boolean;
	boundary: boolean;
	heading: string;
	offlinePage: boolean;
	pending: number;
	/** Whether the next page is loading. */
	navigating: boolean;
	/** All that tells of an outcome. */
	outcome: string;
	/** How often that has changed. */
	changes: number;
	fields: Record<string, string>;
}

/** Counts what the page tells the user, from when it is loaded. */
export const WATCH = `{
	const read = () => [...document.querySelectorAll('[data-outcome]')].map((e) => e.textContent).join('|');
	let last = '';
	globalThis.changes = 0;
	globalThis.readOutcome = read;
	new MutationObserver(() => {
		const now = read();
		if (now !== last) changes += 1;
		last = now;
	}).observe(document, { subtree: true, childList: true, characterData: true });
}`;

const lookOnce = (page: Page): Promise<Look> =>
	run(
		page,
		`(async () => {
			const of = (label) => document.querySelector('[aria-label="' + label + '"]');
			const fields = {};
			for (const label of ${JSON.stringify(LABELS)}) {
				const control = of(label);
				const file = control?.files?.[0];
				if (control) fields[label] = control.files ? (file ? file.name + ':' + (await file.text()) : '') : control.value;
			}
			const kit = globalThis.kit;
			return {
				path: location.pathname,
				form: !!of('Text'),
				boundary: !!document.querySelector('h1')?.textContent.startsWith('Boundary'),
				heading: document.querySelector('h1')?.textContent ?? '',
				offlinePage: !kit,
				pending: kit ? kit.submission('main').pending + kit.submission('second').pending : 0,
				navigating: !!kit?.navigating.to,
				outcome: globalThis.readOutcome?.() ?? '',
				changes: globalThis.changes ?? 0,
				fields
			};
		})()`
	);

/** Whether a document gave way to the next one while something was done in it. */
const isGone = ({ message }: Error): boolean => message.includes('Execution context was destroyed');

/** The error of reading a page while the next document replaces it. */
export const look = async (page: Page): Promise<Look> => {
	for (let round = 0; round < 20; round++) {
		try {
			return await lookOnce(page);
		} catch (error) {
			if (!isGone(error as Error)) throw error;
		}
	}
	throw new Error('The page does not come to rest');
};

const value = (user: User): string => `v${++user.count}`;

/** Runs in the page: one key after the other would go astray where an answer resets the focus in between. */
const insert = (field: HTMLElement | SVGElement, text: string): boolean => {
	if (!field.isConnected) return false;
	(field as HTMLInputElement).select();
	return document.execCommand('insertText', false, text);
};

const enter = async (user: User, label: string): Promise<void> => {
	const text = `${user.firstRun}:${value(user)}`;
	const field = user.page.getByLabel(label, { exact: true });
	if (label === 'File') {
		const file = { name: `${text}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text) };
		await field.setInputFiles(file, QUICK);
		user.entered.set(label, `${file.name}:${text}`);
	} else if (await field.evaluate(insert, text, QUICK)) user.entered.set(label, text);
};

const submit = async (user: User, form: FormName, by: 'click' | 'enter'): Promise<void> => {
	const { page } = user;
	const { changes, navigating } = await look(page);
	// Counted before, because a click that comes too late to be seen may have been done.
	user.submits += 1;
	const field = page.getByLabel(form === 'main' ? 'Text' : 'Comment', { exact: true });
	if (by === 'enter') await field.press('Enter', QUICK);
	else await page.getByRole('button', { name: BUTTONS[form], exact: true }).click(QUICK);
	// A form that is submitted while the next page loads is stale there, and its result is not shown.
	user.awaited = navigating ? null : changes;
};

/**
 * Whoever moves on waits no longer for an answer. Who leaves a page that is whole gives up what is in it, and so
 * does who leaves any page without a network: the browser's own page takes the place of the app.
 */
const giveUp = (user: User, { form, pending }: Look, leaves: boolean): void => {
	user.awaited = null;
	// A submission in flight may bring the page back between this look and the step.
	if ((leaves && (form || pending)) || !user.online) user.entered.clear();
};

/** Goes to another page, or to the browser's own where there is no network, and waits until it is there. */
const leave = async (user: User, code: string): Promise<void> => {
	const before = await look(user.page);
	giveUp(user, before, true);
	await run(user.page, code);
	for (let round = 0; round < 100; round++) {
		await sleep(10);
		const now = await look(user.page).catch(() => null);
		if (now && now.path !== before.path && now.heading !== before.heading) return;
	}
};

const goHome = async (user: User): Promise<void> => {
	giveUp(user, await look(user.page), false);
	await user.page.getByRole('link', { name: 'Home' }).click(QUICK);
};

/** Has the first failed submission sent again, where the boundary offers it. */
const retry = async ({ page }: User): Promise<void> => {
	const button = page.getByRole('button', { name: /^Retry (main|second)$/ }).first();
	if (await button.count()) await button.click(QUICK);
};

/** Waits until nothing is in flight. @returns whether that happened within about 20 seconds */
export const settle = async (page: Page): Promise<boolean> => {
	for (let round = 0; round < 2000; round++) {
		if (!(await look(page)).pending) return true;
		await sleep(10);
	}
	return false;
};

/** Does what a step says, where it can be done now. */
export const take = async (user: User, step: Step): Promise<void> => {
	const { page } = user;
	const { form, path, offlinePage } = await look(page);
	switch (step.do) {
		case 'type':
			return form ? enter(user, step.field) : undefined;
		case 'file':
			return form ? enter(user, 'File') : undefined;
		case 'submit':
			return form ? submit(user, step.form, step.by) : undefined;
		case 'retry':
			return retry(user);
		case 'back':
			// What is before the app is none of its pages.
			return path === '/' ? leave(user, 'history.back()') : undefined;
		case 'forward':
			return path === '/other' ? leave(user, 'history.forward()') : undefined;
		case 'home':
			return offlinePage ? undefined : goHome(user);
		case 'offline':
			user.online = false;
			return page.context().setOffline(true);
		case 'online':
			user.online = true;
			return page.context().setOffline(false);
		case 'wait':
			return void (await settle(page));
	}
};

/**
 * Waits until forms no longer need the network. Before, a form is the browser's where there is none
 * (second-stage.test.ts), and a plan may begin without one.
 */
const secondStage = async (page: Page): Promise<void> => {
	const url = await page.waitForFunction(
		`performance.getEntriesByType('resource').find(({ name }) => name.includes('/second-stage-'))?.name`
	);
	await page.evaluate(`import(${JSON.stringify(await url.jsonValue())})`);
};

/** Begins anew: `/other`, and from there `/`, so that there is a way back. */
export const begin = async (page: Page, site: Faulty): Promise<User> => {
	site.plan([]);
	await page.context().setOffline(false);
	await page.goto(`${site.url}/other`);
	await page.waitForSelector('html[data-started]');
	await page.getByRole('link', { name: 'Home' }).click();
	await page.getByLabel('Text', { exact: true }).waitFor();
	await secondStage(page);
	const firstRun = site.runs.length;
	return {
		page,
		site,
		entered: new Map(),
		submits: 0,
		count: 0,
		firstRun,
		awaited: null,
		online: true
	};
};

const told = ({ path, boundary, outcome }: Look): boolean =>
	path !== '/' || boundary || /Received|: /.test(outcome);

/** What each submission's id ran. */
const idsOf = (runs: Run[]): Map<string, number> => {
	const ids = new Map<string, number>();
	for (const { id } of runs) ids.set(`${id}`, (ids.get(`${id}`) ?? 0) + 1);
	return ids;
};

/** Whether the server has got a value. */
const isReceived = (runs: Run[], wanted: string): boolean =>
	runs.some(({ entries }) => entries.some(([, entry]) => entry === wanted));

const passGone = (error: Error): void => {
	if (error.name !== 'TimeoutError' && !isGone(error)) throw error;
};

/** Restores the network, and gets the page back as a user would: try again, else go there. */
const restore = async (user: User): Promise<void> => {
	const { page, site } = user;
	site.plan([]);
	await page.context().setOffline(false);
	await settle(page);
	await retry(user).catch(passGone);
	await settle(page);
	const { form, offlinePage } = await look(page);
	if (offlinePage) await page.goto(`${site.url}/`);
	else if (!form) await page.getByRole('link', { name: 'Home' }).click(PATIENT);
	await page.getByLabel('Text', { exact: true }).waitFor(PATIENT);
};

const wrongs = async (user: User, settled: Look): Promise<string[]> => {
	const runs = user.site.runs.slice(user.firstRun);
	const found: string[] = [];
	if (user.awaited !== null && !(told(settled) && settled.changes > user.awaited))
		found.push(`no outcome was seen: ${JSON.stringify(settled)}`);
	for (const [id, times] of idsOf(runs)) if (times > 1) found.push(`${id} ran ${times} times`);
	if (runs.length > user.submits) found.push(`${user.submits} submits ran ${runs.length} times`);
	const { fields } = await look(user.page);
	for (const [label, wanted] of user.entered) {
		if (fields[label] !== wanted && !isReceived(runs, wanted))
			found.push(`${label} ${wanted} is neither there (${fields[label]}) nor received`);
	}
	return found;
};

/**
 * Follows a plan to its end, with the network restored.
 *
 * @returns what is wrong then: something entered that is lost, an action that ran twice, no outcome
 */
export const follow = async (page: Page, site: Faulty, plan: Plan): Promise<string[]> => {
	const user = await begin(page, site);
	site.plan(plan.faults);
	try {
		// What a boundary has just taken the place of can be used no more.
		for (const step of plan.steps) await take(user, step).catch(passGone);
		if (!(await settle(page))) return ['it is still pending'];
		const settled = await look(page);
		await restore(user);
		return await wrongs(user, settled);
	} catch (error) {
		const text = await page.locator('body').innerText();
		return [`${(error as Error).message}\n${page.url()}\n${text}`];
	}
};
