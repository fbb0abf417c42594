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

/**
 * Puts the counts of a run with other libraries into docs/any-page.md.
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
	const file = 'docs/any-page.md';
	const text = await readFile(file, 'utf8');
	const marked = /(<!-- peers -->\n)[^]*?(\n<!-- \/peers -->)/;
	await writeFile(
		file,
		text.replace(marked, (_, start, end) => `${start}\n${lines.join('\n')}\n${end}`)
	);
};
