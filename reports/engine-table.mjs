import { table, writeResults } from './results.mjs';

/**
 * What Vitest reports of a test: the engine, the scenario, how it ended, and what it noted.
 *
 * @typedef {{
 *   ancestorTitles: string[],
 *   title: string,
 *   status: string,
 *   meta: { version?: string, differs?: string }
 * }} Assertion
 */

/** @param {Assertion | undefined} assertion */
const cell = (assertion) => {
	if (assertion?.status !== 'passed') return assertion ? '**fails**' : '';
	return assertion.meta.differs ? `passes: ${assertion.meta.differs}` : 'passes';
};

/**
 * Writes what the scenarios came to into docs/engines.md: a line for each, a column for each engine.
 *
 * @param {{ assertionResults: Assertion[] }[]} testResults as Vitest reports them
 */
export const writeTable = async (testResults) => {
	const all = testResults.flatMap(({ assertionResults }) => assertionResults);
	const engines = [...new Set(all.map(({ ancestorTitles }) => ancestorTitles[0]))];
	const scenarios = [...new Set(all.map(({ title }) => title))];
	/** @param {string} engine @param {string} [title] */
	const find = (engine, title) =>
		all.find((one) => one.ancestorTitles[0] === engine && title === (title && one.title));
	const versions = engines.map((engine) => find(engine)?.meta.version ?? engine);
	const rows = scenarios.map((title) => [
		title,
		...engines.map((engine) => cell(find(engine, title)))
	]);
	const text = table(['scenario', ...versions], rows);
	await writeResults('docs/engines.md', 'npm run engines -- --write', text);
};
