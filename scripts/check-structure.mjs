/**
 * Measures how src/ is cut, by TypeScript's syntax tree, and fails where it is cut too coarsely.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** @typedef {{ name: string, lines: number }} Length */

/** Lines, comments and blank ones included. */
const limits = {
	function: { median: 6, ninetieth: 20, longest: 50 },
	module: { median: 80, ninetieth: 250, longest: 250 }
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.ts'))
	.map((file) => join('src', file));

/** @param {string} file */
const parse = (file) =>
	ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);

/** Only functions with a name: a callback is part of the function it is written in. @param {ts.Node} node */
const isNamed = (node) =>
	ts.isFunctionLike(node) &&
	'body' in node &&
	node.body !== undefined &&
	(node.name !== undefined ||
		ts.isConstructorDeclaration(node) ||
		ts.isVariableDeclaration(node.parent) ||
		ts.isPropertyAssignment(node.parent));

/** @param {ts.SourceFile} source @param {ts.Node} node @returns {Length} */
const measure = (source, node) => {
	const [first, last] = [node.getStart(source), node.getEnd()].map(
		(position) => source.getLineAndCharacterOfPosition(position).line
	);
	return { name: `${source.fileName}:${first + 1}`, lines: last - first + 1 };
};

/** @param {ts.SourceFile} source @param {ts.Node} [node] @returns {Length[]} */
const functionsOf = (source, node = source) => {
	const own = isNamed(node) ? [measure(source, node)] : [];
	ts.forEachChild(node, (child) => void own.push(...functionsOf(source, child)));
	return own;
};

/** @param {ts.SourceFile} source @returns {Length} */
const lengthOf = ({ fileName, text }) => ({ name: fileName, lines: text.split('\n').length - 1 });

/** @param {Length[]} sorted @param {number} share */
const quantile = (sorted, share) => sorted[Math.ceil(sorted.length * share) - 1].lines;

/** @param {'function' | 'module'} kind @param {Length[]} lengths */
const judge = (kind, lengths) => {
	const sorted = lengths.toSorted((a, b) => a.lines - b.lines);
	const found = {
		median: quantile(sorted, 0.5),
		ninetieth: quantile(sorted, 0.9),
		longest: quantile(sorted, 1)
	};
	const limit = limits[kind];
	console.log(
		`${sorted.length} ${kind}s: median ${found.median} lines (limit ${limit.median}), ` +
			`90 % at most ${found.ninetieth} (${limit.ninetieth}), longest ${found.longest} (${limit.longest})`
	);
	const tooLong = sorted.filter(({ lines }) => lines > limit.longest);
	for (const { name, lines } of tooLong) console.log(`  ${name} has ${lines} lines`);
	return found.median <= limit.median && found.ninetieth <= limit.ninetieth && !tooLong.length;
};

const sources = files.map(parse);
const results = [
	judge(
		'function',
		sources.flatMap((source) => functionsOf(source))
	),
	judge('module', sources.map(lengthOf))
];
if (results.includes(false)) process.exitCode = 1;
