import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { judge, linesOf, reasonOf, share, subjectsOf, verdicts } from './peer-findings.mjs';

/** @typedef {import('./peer-findings.mjs').Finding} Finding */

/** @param {(string | number)[]} cells */
const row = (cells) => `| ${cells.join(' | ')} |`;

/** @param {string[]} heads @param {(string | number)[][]} rows */
const table = (heads, rows) =>
	[row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');

/** As code of Markdown, whatever is in it. @param {string} text */
const code = (text) =>
	`<code>${text.replace(/[&<>|*_`\\[\]~$]/g, (found) => `&#${found.codePointAt(0)};`)}</code>`;

/** A sentence of a case in Markdown. @param {string} text */
const plain = (text) => text.replace(/[&<>|*_`\\[\]]/g, (found) => `&#${found.codePointAt(0)};`);

/** @param {Finding[]} findings */
const bySubject = (findings) =>
	subjectsOf(findings).map((name) => findings.filter(({ subject }) => subject === name));

/** @param {Finding[]} findings of one subject */
const title = ([{ subject, version }]) => `${subject} ${version}`;

/** @param {Finding[]} findings */
const when = ([{ browser }]) => `${browser}, ${new Date().toISOString().slice(0, 10)}`;

/** @param {Finding[]} findings */
const countTable = (findings) => {
	const subjects = bySubject(findings);
	/** @param {(finding: Finding) => boolean} test */
	const counts = (test) => subjects.map((all) => all.filter(test).length);
	return table(
		['', ...subjects.map(title)],
		[
			['**the browser’s own request, to the byte**', ...subjects.map((all) => `**${share(all)}**`)],
			...Object.entries(verdicts).map(([verdict, text]) => [
				text,
				...counts((finding) => judge(finding) === verdict)
			])
		]
	);
};

/** @param {Finding[]} findings */
const sectionTable = (findings) => {
	const subjects = bySubject(findings);
	const sections = [...new Set(findings.map(({ section }) => section))];
	return table(
		['', ...subjects.map(title)],
		sections.map((name) => [
			name,
			...subjects.map((all) => share(all.filter(({ section }) => section === name)))
		])
	);
};

/** @param {Finding} finding */
const line = (finding) =>
	`- ${plain(`${finding.rule}: ${finding.name}`)} — ${linesOf(finding).map(code).join('; ')}`;

/** @param {Finding[]} findings of one subject, as a list for each verdict */
const listOf = (findings) =>
	Object.entries(verdicts)
		.filter(([verdict]) => !['equal', 'charset', 'left out'].includes(verdict))
		.flatMap(([verdict, text]) => {
			const found = findings.filter((finding) => judge(finding) === verdict);
			return found.length ? [`**${text}** (${found.length})`, found.map(line).join('\n')] : [];
		});

/** Why cases were left out, each reason with the subjects and numbers. @param {Finding[]} findings */
const leftOutOf = (findings) => {
	const out = findings.filter((finding) => judge(finding) === 'left out');
	return [...new Set(out.map(reasonOf))].map((reason) => {
		const counts = bySubject(out.filter((finding) => reasonOf(finding) === reason));
		return `- ${reason} (${counts.map((all) => `${all[0].subject} ${all.length}`).join(', ')})`;
	});
};

/** @param {string} file @param {string[]} parts */
const writeBlock = async (file, parts) => {
	const text = readFileSync(file, 'utf8');
	const block = /(?<=<!-- parity:begin.*?-->\n)[^]*?(?=<!-- parity:end -->)/;
	if (!block.test(text))
		throw new Error(`${file} has no <!-- parity:begin --> … <!-- parity:end -->.`);
	const written = text.replace(block, () => `\n${parts.join('\n\n')}\n\n`);
	writeFileSync(
		file,
		await format(written, { parser: 'markdown', useTabs: true, printWidth: 100 })
	);
};

/** Writes the summary into README.md, and all differences into docs/parity-peers.md. @param {Finding[]} findings */
export const writeFindings = async (findings) => {
	const subjects = bySubject(findings);
	const shares = subjects.map((all) => [`${title(all)}`, share(all)]);
	await writeBlock('README.md', [
		`Cases whose request is the browser’s own, to the byte (${when(findings)}):`,
		table(
			shares.map(([name]) => name),
			[shares.map(([, count]) => count)]
		)
	]);
	await writeBlock('docs/parity-peers.md', [
		`${when(findings)}.`,
		countTable(findings),
		'### By section',
		'Cases with the browser’s own request.',
		sectionTable(findings),
		'### Left out',
		leftOutOf(findings).join('\n'),
		...subjects.flatMap((all) => [`### ${title(all)}`, ...listOf(all)])
	]);
};
