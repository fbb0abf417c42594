/** Writes the results: to the terminal, bench/results.md and the README. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { run } from '../../scripts/lib/run.mjs';

/** The last result of each part. The Markdown is made from it. */
const DATA = 'bench/results.json';
const PAGE = 'bench/results.md';
const PEERS = 'bench/peers/';

/** @typedef {import('./figures.mjs').Table} Table */
/** @typedef {{ measured: string, versions: string, tables: Table[] }} Result */

/** The packages that the figures depend on. */
const PACKAGES = [
	{ label: 'Svelte', file: 'node_modules/svelte' },
	{ label: 'SvelteKit', file: `${PEERS}node_modules/@sveltejs/kit` },
	{ label: 'Turbo', file: `${PEERS}node_modules/@hotwired/turbo` },
	{ label: 'htmx', file: `${PEERS}node_modules/htmx.org` },
	{ label: 'Hono', file: 'node_modules/hono' },
	{ label: 'devalue', file: 'node_modules/devalue' }
];

/** Lists the versions of softpost and of the installed packages. Some parts run without the peers. */
const versions = () =>
	[{ label: 'softpost', file: '.' }, ...PACKAGES]
		.map(({ label, file }) => ({ label, path: `${file}/package.json` }))
		.filter(({ path }) => existsSync(path))
		.map(({ label, path }) => `${label} ${JSON.parse(readFileSync(path, 'utf8')).version}`)
		.join(', ');

/** @param {string} browser its name and version */
const conditions = (browser) => {
	const [{ model }] = cpus();
	const date = new Date().toISOString().slice(0, 10);
	return [date, `${cpus().length} × ${model}`, `Node ${process.versions.node}`, browser]
		.filter(Boolean)
		.join(', ');
};

/** @type {Record<string, string>} */
const LABELS = { sveltekit: 'SvelteKit 2', turbo: 'Turbo 8', htmx: 'htmx 2' };

/** @param {number} value */
const shown = (value) => {
	const size = Math.abs(value);
	return value.toLocaleString('en', {
		maximumFractionDigits: size >= 100 ? 0 : size >= 10 ? 1 : 2
	});
};

/** @param {import('./figures.mjs').Spread | undefined} cell @param {boolean} [isShort] */
const cellOf = (cell, isShort) => {
	if (!cell) return '–';
	const [min, middle, max] = [cell.min, cell.median, cell.max].map(shown);
	return isShort || min === max ? middle : `${min} / ${middle} / ${max}`;
};

/** @param {string[]} columns @param {import('./figures.mjs').Row[]} rows @param {boolean} [isShort] medians alone */
const markdown = (columns, rows, isShort) =>
	[
		['', ...columns.map((name) => LABELS[name] ?? name)],
		['---', ...columns.map(() => '---')],
		...rows.map(({ name, cells }) => [name, ...columns.map((one) => cellOf(cells[one], isShort))])
	]
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');

/** @param {Table} table */
const sectionOf = ({ title, method, columns, rows }) =>
	`## ${title}\n\n${method}\n\n${markdown(columns, rows)}`;

/** @param {Result} result */
export const print = ({ tables }) => console.log(`\n${tables.map(sectionOf).join('\n\n')}\n`);

/** @param {Record<string, Result>} results */
const pageOf = (results) => {
	const sections = Object.values(results).map(({ measured, versions, tables }) => [
		...tables.map(sectionOf),
		`<small>${measured}. ${versions}.</small>`
	]);
	return [
		'# What a page costs',
		'`npm run bench -- --write` writes this page. Each cell is the minimum, median and maximum of interleaved rounds. Times are ratios to another candidate in the same round, because a time alone says more about the machine than about the code. [How it is measured](../docs/performance.md#how-it-is-measured)',
		...sections.flat()
	].join('\n\n');
};

/** The README's few rows: those that are marked, of all tables with the same columns. @param {Record<string, Result>} results */
const summaryOf = (results) => {
	const tables = Object.values(results).flatMap(({ measured, tables }) =>
		tables.map((table) => ({ measured, ...table }))
	);
	/** @type {Map<string, { columns: string[], rows: import('./figures.mjs').Row[], measured: string }>} */
	const groups = new Map();
	for (const { columns, rows, measured } of tables) {
		const marked = rows.filter(({ readme }) => readme);
		const group = groups.get(columns.join()) ?? { columns, rows: [], measured };
		group.rows.push(...marked.map((row) => ({ ...row, name: /** @type {string} */ (row.readme) })));
		groups.set(columns.join(), group);
	}
	return [...groups.values()]
		.filter(({ rows }) => rows.length)
		.map(({ columns, rows, measured }) => `${markdown(columns, rows, true)}\n\n${measured}.`)
		.join('\n\n');
};

/** @returns {Record<string, Result>} */
const earlier = () => (existsSync(DATA) ? JSON.parse(readFileSync(DATA, 'utf8')) : {});

/**
 * @param {Table[]} tables
 * @param {string} browser
 * @returns {Result}
 */
export const resultOf = (tables, browser) => ({
	measured: conditions(browser),
	versions: versions(),
	tables
});

/**
 * Writes what was measured now, beside the parts that were measured earlier.
 *
 * @param {Record<string, Result>} now
 * @param {string[]} order of all parts
 */
export const write = async (now, order) => {
	const known = { ...earlier(), ...now };
	const results = Object.fromEntries(
		order.filter((part) => part in known).map((part) => [part, known[part]])
	);
	writeFileSync(DATA, JSON.stringify(results));
	writeFileSync(PAGE, pageOf(results));
	const block = /(?<=<!-- bench -->\n)[^]*?(?=<!-- \/bench -->)/;
	const readme = readFileSync('README.md', 'utf8');
	if (!block.test(readme)) throw new Error('README.md has no <!-- bench --> … <!-- /bench -->');
	writeFileSync(
		'README.md',
		readme.replace(block, () => `\n${summaryOf(results)}\n\n`)
	);
	await run('prettier', ['--log-level', 'warn', '--write', DATA, PAGE, 'README.md']);
};
