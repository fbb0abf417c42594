import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { serveFaulty } from '../fault-server/serve-faulty.ts';
import { openPage } from '../harness.ts';
import { follow, WATCH } from './follow.ts';
import { options } from './options.ts';
import { plans, type Plan } from './plans.ts';

const { seed, pages, only } = options;

/** Every field has a time-out or an error that the page keeps, so that nothing is pending for ever. */
const FORMS = '{ main: { timeout: 400 }, other: { timeout: 400 } }';

/** Opens one page with a server of its own. @returns what follows plans there, one after the other */
const openFollower = async (): Promise<(plan: Plan) => Promise<string[]>> => {
	const site = await serveFaulty();
	onTestFinished(() => site.close());
	const page: Page = await openPage({ covered: false });
	await page.addInitScript(`globalThis.formOptions = ${FORMS}; ${WATCH}`);
	return (plan) => follow(page, site, plan);
};

/** Follows plans until one fails, and shrinks that. @returns what is wrong with it, or nothing */
const search = async (numRuns: number, seed: number): Promise<string> => {
	const followPlan = await openFollower();
	let wrong: string[] = [];
	const property = fc.asyncProperty(plans, async (plan) => {
		const found = await followPlan(plan);
		if (found.length) wrong = found;
		return !found.length;
	});
	const limits = { interruptAfterTimeLimit: 25 * 60_000, markInterruptAsFailure: true };
	const { failed, counterexample } = await fc.check(property, { seed, numRuns, ...limits });
	if (!failed) return '';
	const again = `npm run chaos -- --only '${JSON.stringify(counterexample?.[0])}'`;
	return `${wrong.join('\n')}\n${again} (seed ${seed})`;
};

it.skipIf(only)(
	`${options.plans} plans of seed ${seed}: nothing entered is lost, nothing runs twice, every submit has an outcome`,
	{ timeout: 30 * 60_000 },
	async () => {
		const share = Math.ceil(options.plans / pages);
		const searches = Array.from({ length: pages }, (_, index) => search(share, seed + index));
		expect((await Promise.all(searches)).filter(Boolean)).toEqual([]);
	}
);

it.runIf(only)('the plan that was given', async () => {
	const followPlan = await openFollower();
	expect(await followPlan(JSON.parse(only!))).toEqual([]);
});
