import { readFile, writeFile } from 'node:fs/promises';

const NAMES = {
	softpost: 'softpost',
	turbo: 'Turbo 8',
	htmx: 'htmx 4 (boost)',
	unpoly: 'Unpoly 3'
};

const ways = /** @type {(keyof typeof NAMES)[]} */ (Object.keys(NAMES));

/** @typedef {{ kindOfRow: string, equal: Record<string, string> }} Meta */

/** @param {string} name @param {Meta[]} metas */
const rowOf = (name, metas) => {
	const cells = ways.map((way) => {
		const judged = metas.map(({ equal }) => equal[way]);
		const inPlace = judged.filter((one) => one === 'in place').length;
		const equal = inPlace + judged.filter((one) => one === 'loaded').length;
		return `${equal} (${inPlace})`;
	});
	return `| ${[name, metas.length, ...cells].join(' | ')} |`;
};

/** @param {string} name @param {string[]} cells */
const lineOf = (name, cells) => `| ${[name, ...cells].join(' | ')} |`;

/**
 * Replaces the text between two comments of a file.
 *
 * @param {string} file
 * @param {string} mark
 * @param {string[]} lines
 */
const writeBetween = async (file, mark, lines) => {
	const text = await readFile(file, 'utf8');
	const start = `<!-- ${mark} -->\n`;
	const end = `<!-- /${mark} -->`;
	const [before, behind] = [text.indexOf(start) + start.length, text.indexOf(end)];
	if (behind < before) throw new Error(`${file} has lost its ${start}`);
	const written = `\n${lines.join('\n')}\n\n`;
	await writeFile(file, text.slice(0, before) + written + text.slice(behind));
};

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
	const kinds = [...new Set(metas.map(({ kindOfRow }) => kindOfRow))];
	const lines = [
		`| rows about | rows | ${ways.map((way) => NAMES[way]).join(' | ')} |`,
		`| --- | ${ways.map(() => '--: ').join('| ')}| --: |`,
		...kinds.map((kind) =>
			rowOf(
				kind,
				metas.filter(({ kindOfRow }) => kindOfRow === kind)
			)
		),
		rowOf('**all**', metas)
	];
	console.log(lines.join('\n'));
	await writeBetween('docs/any-page.md', 'peers', lines);
	const judged = ways.map((way) => metas.map(({ equal }) => equal[way]));
	const equal = judged.map((ofWay) => ofWay.filter((one) => one !== 'different').length);
	const inPlace = judged.map((ofWay) => ofWay.filter((one) => one === 'in place').length);
	await writeBetween('README.md', 'any-page', [
		lineOf(
			`of ${metas.length} pages, those with`,
			ways.map((way) => NAMES[way])
		),
		lineOf(
			'---',
			ways.map(() => '---')
		),
		lineOf('the browser’s outcome', equal.map(String)),
		lineOf('and without a document load', inPlace.map(String))
	]);
};
