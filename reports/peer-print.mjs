import { judge, linesOf, reasonOf, share, subjectsOf, verdicts } from './peer-findings.mjs';

/** @typedef {import('./peer-findings.mjs').Finding} Finding */

/** @param {Finding} finding */
const printCase = (finding) => {
	const verdict = judge(finding);
	console.log(`  ${verdict.padEnd(9)}  ${finding.name}`);
	const lines = verdict === 'left out' ? [reasonOf(finding)] : linesOf(finding);
	for (const line of lines) console.log(`               ${line}`);
};

/** @param {Finding[]} findings of one subject */
const printTable = (findings) => {
	console.log(`\n=== ${findings[0].subject} ===`);
	let last = '';
	for (const finding of findings) {
		if (finding.rule !== last) console.log(`\n${finding.section}: ${finding.rule}`);
		last = finding.rule;
		printCase(finding);
	}
};

/** @param {Finding[]} findings of one subject */
const printCounts = (findings) => {
	const [{ subject, version, browser }] = findings;
	const date = new Date().toISOString().slice(0, 10);
	console.log(`\n${subject} ${version} in ${browser}, ${date}`);
	console.log(`The browser's own request, to the byte: ${share(findings)}`);
	for (const [verdict, text] of Object.entries(verdicts)) {
		const count = findings.filter((finding) => judge(finding) === verdict).length;
		console.log(`${`${count}`.padStart(5)}  ${verdict.padEnd(9)}  ${text}`);
	}
};

/** Prints each case, and how many there are of each kind, subject by subject. @param {Finding[]} findings */
export const printFindings = (findings) => {
	const tables = subjectsOf(findings).map((name) =>
		findings.filter(({ subject }) => subject === name)
	);
	for (const table of tables) printTable(table);
	for (const table of tables) printCounts(table);
};
