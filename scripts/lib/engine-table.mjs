import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';

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

const file = 'docs/engines.md';
const begin = '<!-- results: npm run engines -- --write -->';
const end = '<!-- /results -->';

/** @param {Assertion | undefined} assertion */
const cell = (assertion) => {
	if (assertion?.status !== 'passed') return assertion ? '**fails**' : '';
	return assertion.meta.differs ? `passes: ${assertion.meta.differs}` : 'passes';
};

/** @param {string[]} cells */
const row = (cells) => `| ${cells.join(' | ')} |`;

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
	const lines = [
		row(['scenario', ...versions]),
		row(['---', ...versions.map(() => '---')]),
		...scenarios.map((title) => row([title, ...engines.map((engine) => cell(find(engine, title)))]))
	];
	const [before, rest] = readFileSync(file, 'utf8').split(begin);
	const after = rest.split(end)[1];
	const text = [before, begin, '\n\n', lines.join('\n'), '\n\n', end, after].join('');
	writeFileSync(file, await format(text, { parser: 'markdown' }));
};
