import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const read = (path: string): string => readFileSync(path, 'utf8');

describe('docs/seed-coverage.md', () => {
	const rows = [
		...read('docs/seed-coverage.md').matchAll(/^\| (?!The page says|---)(.+?) \| (.*?) \|$/gm)
	];

	it('has rows', () => {
		expect(rows.length).toBeGreaterThan(50);
	});

	it.each(rows.map(([, behaviour, test]) => [behaviour!.trim(), test!.trim()]))('%s', (_, test) => {
		const [, file, title] = /^`(.+?)` (.+)$/.exec(test) ?? [];
		expect(read(`test/${file}`)).toContain(title);
	});
});

describe.each(['docs/security.md', 'docs/reliability.md', 'docs/coming-from-sveltekit.md'])(
	'%s',
	(path) => {
		// Tables written by commands name their tests themselves.
		const text = read(path).replace(/<!-- results: [^]*?<!-- \/results -->/g, '');
		const named = [...text.matchAll(/^\|.*\| `([\w-]+\/.+?)` (.+?) +\|$/gm)];

		it('names a test in every row', () => {
			expect(named.length).toBeGreaterThan(30);
			const heads = text.match(/^\| -+ \|/gm)!.length;
			expect(text.match(/^\|/gm)).toHaveLength(named.length + 2 * heads);
		});

		it.each(named.map(([, file, title]) => [file!, title!]))(
			'names a test of %s: %s',
			(file, title) => {
				expect(read(`test/${file}`)).toContain(title);
			}
		);
	}
);

describe('docs/errors.md', () => {
	const [, union = ''] = /SoftpostErrorCode =([^;]+);/.exec(read('src/protocol/errors.ts')) ?? [];
	const codes = [...union.matchAll(/'(\w+)'/g)].map(([, code]) => code);
	const explained = [...read('docs/errors.md').matchAll(/^\| `(\w+)`/gm)].map(([, code]) => code);

	it('explains every code, and no other', () => {
		expect(codes.length).toBeGreaterThan(10);
		expect(explained.toSorted()).toEqual(codes.toSorted());
	});
});

describe('docs/api.md', () => {
	const { exports } = JSON.parse(read('package.json')) as {
		exports: Record<string, { types?: string }>;
	};
	const entries = Object.entries(exports).flatMap(([path, { types }]) => {
		const [, module] = /^.\/dist\/types\/(.+)[.]d[.]ts$/.exec(types ?? '') ?? [];
		return module ? [{ name: `softpost${path.slice(1)}`, file: `src/${module}.ts` }] : [];
	});
	// One that has the types of another is explained there.
	const own = entries.filter(
		({ file }, index) => entries.findIndex((other) => other.file === file) === index
	);
	const { options } = ts.parseJsonConfigFileContent(
		ts.readConfigFile('tsconfig.json', read).config,
		ts.sys,
		'.'
	);
	const program = ts.createProgram(
		entries.map(({ file }) => file),
		options
	);
	const checker = program.getTypeChecker();

	const exportsOf = (file: string): ts.Symbol[] =>
		checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)!)!);

	const declared = (symbol: ts.Symbol): ts.Symbol =>
		symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

	/** The members of the types that users fill in or read: options, events, states. */
	const membersOf = (symbol: ts.Symbol): string[] =>
		/(Options|Limits|Config|Parts|Status|Event|Cookies|Store)$/.test(symbol.name)
			? [...(symbol.members?.values() ?? [])]
					.filter(({ flags }) => flags & (ts.SymbolFlags.Property | ts.SymbolFlags.Method))
					.map(({ name }) => name)
			: [];

	/** The names in the code of a text: of `goto(target, options?)` all three. */
	const namesIn = (text: string): string[] =>
		(text.match(/^### .*|```[^]*?```|`[^`]+`/gm) ?? []).join(' ').match(/\w+/g) ?? [];

	const api = read('docs/api.md');
	const partOf = (entry: string): string =>
		api.split(/^## /m).find((part) => part.startsWith(`${entry}\n`)) ?? '';

	it.each(own)('explains every export of $name, and every option', ({ name, file }) => {
		const symbols = exportsOf(file);
		const names = symbols.map(({ name }) => name);
		expect(names.length).toBeGreaterThan(0);
		const explained = namesIn(partOf(name));
		expect(names.filter((name) => !explained.includes(name))).toEqual([]);
		const known = namesIn(api);
		expect(
			symbols
				.map(declared)
				.flatMap(membersOf)
				.filter((name) => !known.includes(name))
		).toEqual([]);
	});
});
