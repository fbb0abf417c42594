import { table, writeResults } from './results.mjs';

const COMMAND = 'npm run any-page -- --peers';

const NAMES = {
	softpost: 'softpost',
	turbo: 'Turbo 8',
	htmx: 'htmx 4 (boost)',
	unpoly: 'Unpoly 3'
};

const ways = /** @type {(keyof typeof NAMES)[]} */ (Object.keys(NAMES));

/** @typedef {{ kindOfRow: string, equal: Record<string, string> }} Meta */

/** How many rows have the browser's outcome with each library, and how many of those without a document load. @param {Meta[]} metas */
const countsOf = (metas) =>
	ways.map((way) => {
		const judged = metas.map(({ equal }) => equal[way]);
		return {
			equal: judged.filter((one) => one !== 'different').length,
			inPlace: judged.filter((one) => one === 'in place').length
		};
	});

/** @param {string} name @param {Meta[]} metas */
const rowOf = (name, metas) => [
	name,
	`${metas.length}`,
	...countsOf(metas).map(({ equal, inPlace }) => `${equal} (${inPlace})`)
];

/**
 * Puts the counts of a run with other libraries into docs/any-page.md, and their sums into the README.
 *
 * @param {any[]} testResults as Vitest reports them
 */
export const writeAnyPagePeers = async (testResults) => {
	/** @type {Meta[]} */
	const metas = testResults
		.flatMap(({ assertionResults }) => assertionResults)
		.map(({ meta }) => meta)
		.filter(({ equal }) => equal);
	const names = Object.values(NAMES);
	const kinds = [...new Set(metas.map(({ kindOfRow }) => kindOfRow))];
	const rows = kinds.map((kind) =>
		rowOf(
			kind,
			metas.filter(({ kindOfRow }) => kindOfRow === kind)
		)
	);
	const whole = table(['rows about', 'rows', ...names], [...rows, rowOf('**all**', metas)]);
	console.log(whole);
	await writeResults('docs/any-page.md', COMMAND, whole);
	const counts = countsOf(metas);
	const sums = table(
		[`of ${metas.length} pages, those with`, ...names],
		[
			['the browser’s outcome', ...counts.map(({ equal }) => `${equal}`)],
			['and without a document load', ...counts.map(({ inPlace }) => `${inPlace}`)]
		]
	);
	await writeResults('README.md', COMMAND, sums);
};
