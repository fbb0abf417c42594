/** How many bytes of JavaScript a page asks for, as they travel. */
import { interleave, pick, spreads } from '../lib/figures.mjs';
import { SLOW } from '../lib/pages.mjs';

export const title = 'Bytes of JavaScript';

/** @param {import('../lib/pages.mjs').Pages} pages @param {{ rounds: number }} options */
export const run = async ({ names, open }) => {
	/** @param {string} name */
	const measure = async (name) => {
		// On a slow line, nothing that is asked for afterwards comes before the form is seen to be enhanced.
		const { page, enhanced, close } = await open(name, { line: SLOW });
		/** What has come until a moment. @param {number} until */
		const scripts = (until) =>
			page.evaluate((end) => {
				const all = performance.getEntriesByType('resource');
				const before = all.filter((one) => one.name.endsWith('.js') && one.responseEnd <= end);
				return {
					count: before.length,
					bytes: before.reduce((sum, one) => sum + one.encodedBodySize, 0)
				};
			}, until);
		const before = await scripts(enhanced);
		await page.waitForLoadState('networkidle');
		const found = { before, all: await scripts(Infinity) };
		await close();
		return found;
	};
	const found = await interleave({ names, count: 3, measure });
	const kB = (/** @type {(one: typeof found[string][number]) => number} */ of) =>
		spreads(pick(found, (one) => of(one) / 1000));
	return [
		{
			title,
			method:
				'The page with one form of five fields, cold cache, the slow line of the next table; the sizes of the bodies as they travel (brotli). “All” is after a submission, once the network has been idle.',
			columns: names,
			rows: [
				{
					name: 'before the form is enhanced, kB',
					cells: kB(({ before }) => before.bytes),
					readme: 'JavaScript before the form is enhanced, kB'
				},
				{ name: 'all, kB', cells: kB(({ all }) => all.bytes), readme: 'JavaScript in all, kB' },
				{ name: 'files before', cells: spreads(pick(found, ({ before }) => before.count)) },
				{ name: 'files, all', cells: spreads(pick(found, ({ all }) => all.count)) }
			]
		}
	];
};
