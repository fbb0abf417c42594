/** A page with 1,000 forms: what enhancing them costs, and what they cost a submission of one. */
import { interleave, median, pick, ratios, spreads } from '../lib/figures.mjs';
import { heapOf, metricOf, submit } from '../lib/in-page.mjs';
import { OTHERS } from '../pages/shared/fields.js';

export const title = '1,000 forms';

/** In the page: enhances all forms but the first, which is enhanced already. @returns {number} milliseconds */
const enhanceOthers = () => {
	const forms = document.querySelectorAll('form.other');
	const start = performance.now();
	for (const form of forms) globalThis.enhanceOne(form);
	return performance.now() - start;
};

/** @param {import('../lib/pages.mjs').Pages} pages @param {{ rounds: number, turns: number }} options */
export const run = async ({ names, open }, { rounds, turns: count }) => {
	const found = await interleave({
		names,
		count: rounds,
		measure: async (name) => {
			const { page, session, close } = await open(name, { path: '/forms' });
			await session.send('Performance.enable');
			await submit(page, { count: 5, fill: false, rest: true });
			const before = {
				heap: await heapOf(session),
				listeners: await metricOf(session, 'JSEventListeners')
			};
			// Turbo listens to the document alone, so its forms are enhanced by being there.
			const isPerForm = await page.evaluate(() => 'enhanceOne' in globalThis);
			const time = isPerForm ? await page.evaluate(enhanceOthers) : 0;
			const heap = ((await heapOf(session)) - before.heap) / OTHERS;
			const listeners = ((await metricOf(session, 'JSEventListeners')) - before.listeners) / OTHERS;
			await submit(page, { count: 5, fill: false, rest: true });
			const turns = await submit(page, { count, fill: false, rest: true });
			await close();
			return { time, heap, listeners, shown: median(turns.map(({ shown }) => shown)) };
		}
	});
	return [
		{
			title,
			method: `${rounds} rounds, each in a new page. Times × floor of the same round. Latency: a failure of one form, until its five errors show, with all others on the page enhanced.`,
			columns: names,
			rows: [
				{
					name: 'enhancing',
					cells: ratios(
						pick(found, ({ time }) => time),
						'floor'
					),
					readme: 'enhancing 1,000 forms'
				},
				{
					name: 'heap of each form, bytes',
					cells: spreads(pick(found, ({ heap }) => heap))
				},
				{
					name: 'listeners of each form',
					cells: spreads(pick(found, ({ listeners }) => listeners))
				},
				{
					name: 'latency',
					cells: ratios(
						pick(found, ({ shown }) => shown),
						'floor'
					)
				}
			]
		}
	];
};
