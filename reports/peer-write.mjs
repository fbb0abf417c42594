import { judge, linesOf, reasonOf, share, subjectsOf, verdicts } from './peer-findings.mjs';
import { table, writeResults } from './results.mjs';

/** @typedef {import('./peer-findings.mjs').Finding} Finding */

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
	const counts = (test) => subjects.map((all) => `${all.filter(test).length}`);
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

/** @param {Finding[]} findings of one subject */
const untouched = (findings) =>
	`${findings.filter((finding) => ['equal', 'charset'].includes(judge(finding))).length}`;

/** @param {Finding[]} findings */
const summaryTable = (findings) => {
	const subjects = bySubject(findings);
	return table(
		['cases in which', ...subjects.map(title)],
		[
			['the request is the browser’s own, to the byte', ...subjects.map(share)],
			['and nothing else is different', ...subjects.map(untouched)]
		]
	);
};

/** Writes the summary into README.md, and all differences into docs/parity-peers.md. @param {Finding[]} findings */
export const writeFindings = async (findings) => {
	const command = 'npm run parity -- --peer all --write';
	await writeResults('README.md', command, `${summaryTable(findings)}\n\n${when(findings)}.`);
	const parts = [
		`${when(findings)}.`,
		countTable(findings),
		'## By section',
		'Cases with the browser’s own request.',
		sectionTable(findings),
		'## Left out',
		leftOutOf(findings).join('\n'),
		...bySubject(findings).flatMap((all) => [`## ${title(all)}`, ...listOf(all)])
	];
	await writeResults('docs/parity-peers.md', command, parts.join('\n\n'));
};
