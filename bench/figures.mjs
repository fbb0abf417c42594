/**
 * `npm run figures`: how much there is to hold in the head. What one enhanced submission runs (walk.mjs),
 * how src/ is cut, and what surrounds it. `--list` names each function that the submission ran.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { buildPackage } from '../scripts/lib/build.mjs';
import { countOf, walk } from './walk.mjs';

/** @param {string} folder @param {RegExp} pattern */
const filesOf = (folder, pattern) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => pattern.test(file))
		.map((file) => join(folder, file));

/** @param {ts.BindingName | undefined} name @returns {number} how many names a declaration has */
const namesIn = (name) =>
	!name || ts.isIdentifier(name)
		? 1
		: name.elements.reduce(
				(sum, one) => sum + (ts.isBindingElement(one) ? namesIn(one.name) : 0),
				0
			);

/** Names that a module declares and exports; re-exports do not count again. @param {string} file */
const exportedBy = (file) => {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
	return source.statements.reduce((sum, node) => {
		const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
		if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return sum;
		if (!ts.isVariableStatement(node)) return sum + 1;
		return (
			sum + node.declarationList.declarations.reduce((all, { name }) => all + namesIn(name), 0)
		);
	}, 0);
};

/** @param {string} file */
const linesOf = (file) => readFileSync(file, 'utf8').split('\n').length - 1;

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

/** The folder with the most files in it. @param {string[]} files @returns {[folder: string, count: number]} */
const fullest = (files) => {
	/** @type {Map<string, number>} */
	const counts = new Map();
	for (const folder of files.map(dirname)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
	return [...counts].toSorted(([, one], [, other]) => other - one)[0] ?? ['', 0];
};

/** The output of a tool, whatever its exit code. @param {string} command */
const outputOf = (command) => spawnSync(command, { shell: true, encoding: 'utf8' }).stdout;

/** Of all functions, callbacks too: cyclomatic, as the linter counts. */
const highestComplexity = () => {
	const config = join(mkdtempSync(join(tmpdir(), 'softpost-figures-')), 'oxlint.json');
	writeFileSync(config, JSON.stringify({ rules: { complexity: ['error', 0] } }));
	const found = outputOf(`npx oxlint --config "${config}" --format unix src`);
	rmSync(dirname(config), { recursive: true });
	return Math.max(
		...[...found.matchAll(/complexity of (\d+)/g)].map(([, number]) => Number(number))
	);
};

await buildPackage();
/** @type {{ name: string, size: number }[]} */
const sizes = JSON.parse(outputOf('npx size-limit --json'));
const ran = await walk();
if (process.argv.includes('--list')) console.table(ran);
const { files, functions, calls } = countOf(ran.filter(({ file }) => !file.startsWith('svelte/')));
const withHost = countOf(ran);

const modules = filesOf('src', /\.ts$/);
const [folder, count] = fullest(modules);
const scripts = filesOf('scripts', /\.mjs$/);
const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

const rows = [
	['files / functions / calls of one submission', `${files} / ${functions} / ${calls}`],
	[
		'the same with the Svelte host (src/svelte)',
		`${withHost.files} / ${withHost.functions} / ${withHost.calls}`
	],
	['modules and lines of src/', `${modules.length}; ${sum(modules.map(linesOf))}`],
	[`files flat in one folder of src/ (${folder})`, count],
	['exported names of src/, public and internal', sum(modules.map(exportedBy))],
	['highest complexity of a function', highestComplexity()],
	...sizes.map(({ name, size }) => [`${name}, brotli`, `${size} B`]),
	['own scripts, lines', sum(scripts.map(linesOf))],
	['development dependencies', Object.keys(devDependencies).length]
];
console.log('| figure | now |\n| --- | --- |');
for (const row of rows) console.log(`| ${row.join(' | ')} |`);
