/** What a page keeps of the submissions that it has made. */
import { spreads } from '../lib/figures.mjs';
import { heapOf, submit } from '../lib/in-page.mjs';

export const title = 'Heap after many submissions';

/** Submissions before the measurement. They fill caches and pools, and the engine compiles code anew after many calls. */
const WARM_UP = 2000;

/** @param {import('../lib/pages.mjs').Pages} pages @param {{ submissions: number }} options */
export const run = async ({ names, open }, { submissions }) => {
	/** @param {string} name */
	const measure = async (name) => {
		const { page, session, close } = await open(name);
		await submit(page, { count: WARM_UP, fill: true });
		const before = await heapOf(session);
		await submit(page, { count: submissions, fill: true });
		const growth = ((await heapOf(session)) - before) / submissions;
		await close();
		return growth;
	};
	// Nothing is timed, so all of them may run at once.
	const found = await Promise.all(names.map(async (name) => [name, [await measure(name)]]));
	return [
		{
			title,
			method: `Growth of the collected heap for each of ${submissions.toLocaleString('en')} successful submissions with fresh data, one after the other in one page, after ${WARM_UP.toLocaleString('en')} others: by then the engine has compiled all code that it will compile.`,
			columns: names,
			rows: [
				{
					name: 'bytes a submission',
					cells: spreads(Object.fromEntries(found))
				}
			]
		}
	];
};
