/** What one submission costs in the browser: until its outcome shows, on the main thread, and in requests. */
import { interleave, median, pick, ratios, spreads } from '../lib/figures.mjs';
import { metricOf, submit } from '../lib/in-page.mjs';

export const title = 'One submission';

/** @typedef {import('../lib/pages.mjs').Opened} Opened */

/** Submissions in a row, and the page's CPU time for them. @param {Opened} opened @param {import('../lib/in-page.mjs').Turns} turns */
const submitTimed = async ({ page, session }, turns) => {
	const start = await metricOf(session, 'TaskDuration');
	const found = await submit(page, turns);
	return { found, task: (await metricOf(session, 'TaskDuration')) - start };
};

/** @param {Opened} opened @param {import('../lib/in-page.mjs').Turns} turns */
const measureTurns = async (opened, turns) => {
	let requests = 0;
	const add = () => void requests++;
	opened.page.on('request', add);
	const { found, task } = await submitTimed(opened, turns);
	opened.page.off('request', add);
	const own = await submitTimed(opened, { ...turns, own: true });
	return {
		shown: median(found.map(({ shown }) => shown)),
		outside: median(found.map(({ shown, request }) => shown - request)),
		task: task - own.task,
		requests: requests / turns.count
	};
};

/** @param {import('../lib/pages.mjs').Pages} pages @param {{ rounds: number, turns: number }} options */
export const run = async ({ names, open }, { rounds, turns: count }) => {
	const failing = { count, fill: false, rest: true };
	const succeeding = { count, fill: true, rest: true };
	/** @type {Record<string, Opened>} */
	const opened = {};
	for (const name of names) {
		opened[name] = await open(name);
		await opened[name].session.send('Performance.enable');
		// What is loaded on demand is there after these, and the code is warm.
		for (const turns of [failing, succeeding]) await submitTimed(opened[name], turns);
	}
	const found = await interleave({
		names,
		count: rounds,
		measure: async (name) => ({
			failure: await measureTurns(opened[name], failing),
			success: await measureTurns(opened[name], succeeding)
		})
	});
	for (const { close } of Object.values(opened)) await close();

	/** @typedef {typeof found[string][number]['failure']} Turns */
	/** @param {'failure' | 'success'} kind @param {keyof Turns} figure */
	const rounded = (kind, figure) => pick(found, (one) => one[kind][figure]);
	/** @param {'failure' | 'success'} kind @param {keyof Turns} figure */
	const ratio = (kind, figure) => ratios(rounded(kind, figure), 'floor');
	return [
		{
			title,
			method: `× floor of the same round, ${rounds} rounds of ${count} submissions of each kind. From the submit event until five errors show (failure), or until the page's fresh data does (success). Main thread: DevTools' TaskDuration a submission, without what the bench itself takes.`,
			columns: names,
			rows: [
				{
					name: 'failure, until five errors show',
					cells: ratio('failure', 'shown'),
					readme: 'failure, until five errors show'
				},
				{ name: 'of it outside of the request', cells: ratio('failure', 'outside') },
				{
					name: 'success, until fresh data shows',
					cells: ratio('success', 'shown'),
					readme: 'success, until fresh data shows'
				},
				{
					name: 'main thread, failure',
					cells: ratio('failure', 'task'),
					readme: 'main thread of a failure'
				},
				{ name: 'main thread, success', cells: ratio('success', 'task') },
				{ name: 'requests, failure', cells: spreads(rounded('failure', 'requests')) },
				{ name: 'requests, success', cells: spreads(rounded('success', 'requests')) }
			]
		}
	];
};
