import { table, writeResults } from './results.mjs';

/**
 * What Vitest reports of a case, with what the case noted of itself.
 *
 * @typedef {{
 *   projectName: string,
 *   title: string,
 *   status: string,
 *   meta: {
 *     version?: string,
 *     section?: string,
 *     rule?: string,
 *     name?: string,
 *     departs?: string,
 *     quirk?: string,
 *     leftOut?: string
 *   }
 * }} Assertion
 */

/** @param {Assertion | undefined} assertion */
const cell = (assertion) => {
	if (!assertion) return '';
	if (assertion.meta.leftOut) return 'not run';
	if (assertion.status !== 'passed') return '**differs**';
	return assertion.meta.departs ? 'departs' : 'equal';
};

/** @param {Assertion} assertion */
const nameOf = ({ meta: { rule, name } }) => `${rule}: ${name}`;

/**
 * Text that came with cases, once for all engines that it is of.
 *
 * @param {string} title
 * @param {'departs' | 'quirk' | 'leftOut'} key
 * @param {Assertion[]} all
 */
const notes = (title, key, all) => {
	/** @type {Map<string, string[]>} */
	const engines = new Map();
	for (const assertion of all) {
		const { [key]: note, version = '' } = assertion.meta;
		if (!note) continue;
		const line = `- _${nameOf(assertion)}_: ENGINES: ${note}`;
		engines.set(line, [...(engines.get(line) ?? []), version.replace(/ [\d.]+$/, '')]);
	}
	const lines = [...engines].map(([line, names]) => line.replace('ENGINES', names.join(', ')));
	return lines.length ? `### ${title}\n\n${lines.join('\n')}` : '';
};

/** @template Value @param {Value[]} values */
const unique = (values) => [...new Set(values)];

/** @param {string | undefined} section @param {Assertion[]} all @param {string[]} versions */
const sectionTable = (section, all, versions) => {
	const own = all.filter(({ meta }) => meta.section === section);
	let last = '';
	const rows = unique(own.map(nameOf)).map((name) => {
		const same = own.filter((assertion) => nameOf(assertion) === name);
		const { rule = '', name: title = '' } = same[0].meta;
		const results = versions.map((version) =>
			cell(same.find(({ meta }) => meta.version === version))
		);
		const shown = rule === last ? '' : rule;
		last = rule;
		return [shown, title, ...results].map((text) =>
			text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
		);
	});
	return `### ${section}\n\n${table(['rule', 'case', ...versions], rows)}`;
};

/**
 * Writes what the cases came to into docs/parity.md.
 *
 * @param {{ assertionResults: Assertion[] }[]} testResults as Vitest reports them
 */
export const writeParity = async (testResults) => {
	const every = testResults.flatMap(({ assertionResults }) => assertionResults);
	const all = every.filter(({ meta }) => meta.section);
	const versions = unique(all.map(({ meta }) => meta.version ?? ''));
	const random = every
		.filter(({ meta, status }) => meta.version && !meta.section && status === 'passed')
		.map(({ title, meta }) => `- ${meta.version}: ${title}.`);
	const text = [
		`Written on ${new Date().toISOString().slice(0, 10)}, of ${unique(all.map(nameOf)).length} cases.`,
		random.join('\n'),
		notes('Where softpost departs', 'departs', all),
		notes('Where an engine departs from the standard', 'quirk', all),
		notes('What is not run', 'leftOut', all),
		...unique(all.map(({ meta }) => meta.section)).map((section) =>
			sectionTable(section, all, versions)
		)
	];
	await writeResults(
		'docs/parity.md',
		'npm run parity -- --write',
		text.filter(Boolean).join('\n\n')
	);
};
