/** How long a navigation takes until the form of the page is enhanced. */
import { interleave, ratios } from '../lib/figures.mjs';
import { SLOW } from '../lib/pages.mjs';

export const title = 'Time until the form is enhanced';

/** @param {import('../lib/pages.mjs').Pages} pages @param {{ rounds: number }} options */
export const run = async ({ names, open }, { rounds }) => {
	/** @param {import('../lib/pages.mjs').Line} [line] */
	const over = (line) =>
		interleave({
			names,
			count: rounds,
			measure: async (name) => {
				const { enhanced, close } = await open(name, { line });
				await close();
				return enhanced;
			}
		});
	// The first one starts processes of the browser and warms the servers.
	for (const name of names) await (await open(name)).close();
	const slow = await over(SLOW);
	const fast = await over();
	return [
		{
			title,
			method: `From the navigation until a submit event on the form is prevented; cold cache, HTTP/1.1, brotli, × floor of the same round; ${rounds} rounds. The slow line is emulated by DevTools: 1.6 Mbit/s, 150 ms.`,
			columns: names,
			rows: [
				{
					name: 'slow line',
					cells: ratios(slow, 'floor'),
					readme: 'time until the form is enhanced, slow line'
				},
				{ name: 'no limit', cells: ratios(fast, 'floor') }
			]
		}
	];
};
