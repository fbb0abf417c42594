import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { moduleNames } from './aliases.ts';
import { routeFiles } from './route-files.ts';
import { variablesOf } from './static-env.ts';
import type { KitOptions } from './svelte-config.ts';
import { withoutAnnotations } from './without-annotations.ts';

/** SvelteKit's folder for generated files, so that an app's `tsconfig.json` need not change. */
const FOLDER = '.svelte-kit';

/** An alias of SvelteKit's as TypeScript spells it. */
const pathsOf = ([name = '', path = '']: string[]): [name: string, paths: string[]][] => [
	[name, [`../${path}`]],
	...(name.endsWith('/*') ? [] : [[`${name}/*`, [`../${path}/*`]] as [string, string[]]])
];

/** The configuration that the app's `tsconfig.json` extends. Paths are relative to its folder. */
const tsconfig = (alias: Record<string, string>): object => ({
	compilerOptions: {
		paths: Object.fromEntries([['$lib', 'src/lib'], ...Object.entries(alias)].flatMap(pathsOf)),
		rootDirs: ['..', './types'],
		allowArbitraryExtensions: true,
		allowImportingTsExtensions: true,
		esModuleInterop: true,
		isolatedModules: true,
		lib: ['esnext', 'DOM', 'DOM.Iterable'],
		module: 'esnext',
		moduleResolution: 'bundler',
		noEmit: true,
		resolveJsonModule: true,
		skipLibCheck: true,
		target: 'esnext',
		verbatimModuleSyntax: true
	},
	include: [
		'ambient.d.ts',
		'./types/**/$types.d.ts',
		'../vite.config.js',
		'../vite.config.ts',
		'../src/**/*.js',
		'../src/**/*.ts',
		'../src/**/*.svelte',
		'../test/**/*.ts',
		'../tests/**/*.ts'
	],
	exclude: ['../node_modules/**']
});

/** Declares the modules that TypeScript cannot find itself. */
const ambient = (env: Record<string, string>): string => {
	const aliased = moduleNames.map(
		([name, module]) => `declare module '${name}' {\n\texport * from '${module}';\n}`
	);
	const variables = ['private', 'public'].map((kind) => {
		const lines = variablesOf(env, kind).map(([name]) => `\texport const ${name}: string;`);
		return `declare module '$env/static/${kind}' {\n${lines.join('\n')}\n}`;
	});
	return ['/// <reference types="vite/client" />', ...aliased, ...variables, ''].join('\n\n');
};

const PARAMETER = /\[(?:\.{3})?(\w+)\]/g;

/** One folder of routes. */
interface Folder {
	path: string;
	files: Set<string>;
}

const foldersOf = (files: readonly string[]): Map<string, Folder> => {
	const folders = new Map<string, Folder>();
	for (const file of files) {
		const path = file.includes('/') ? dirname(file) : '';
		const folder = folders.get(path) ?? { path, files: new Set() };
		folder.files.add(file.slice(path ? path.length + 1 : 0));
		folders.set(path, folder);
	}
	return folders;
};

const hasLayout = ({ files }: Folder): boolean =>
	[...files].some((file) => file.startsWith('+layout.'));

/** The relative path from a folder to the nearest layout above; `undefined` if there is none. */
const layoutAbove = (folders: Map<string, Folder>, path: string): string | undefined => {
	const parts = path.split('/').filter(Boolean);
	for (let up = 1; up <= parts.length; up++) {
		const above = folders.get(parts.slice(0, -up).join('/'));
		if (above && hasLayout(above)) return `${'../'.repeat(up)}$types.js`;
	}
	return undefined;
};

const HEAD = `import type * as Kit from '@sveltejs/kit';
import type { Snippet } from 'svelte';

type Loaded<Module> = Module extends { load: (...event: any[]) => infer Output } ? Exclude<Awaited<Output>, void | null | undefined> : {};
type Below<Above, Own> = Omit<Above, keyof Own> & Own;
type Output = Record<string, any> | void;
`;

const FOOT = `
export type RequestHandler = Kit.RequestHandler<RouteParams, RouteId>;
export type RequestEvent = Kit.RequestEvent<RouteParams, RouteId>;
export interface Snapshot<Value = any> { capture(): Value; restore(value: Value): void }
`;

/** The types of one kind of file, page or layout. */
const kindTypes = (
	kind: 'Page' | 'Layout',
	above: string,
	moduleOf: (name: string) => string
): string => {
	const name = kind.toLowerCase();
	return `
type ${kind}Above = ${above};
export type ${kind}ServerData = ${moduleOf(`+${name}.server`)};
export type ${kind}Data = Below<Below<${kind}Above, ${kind}ServerData>, ${moduleOf(`+${name}`)}>;
export type ${kind}ServerLoad<Out extends Output = Output> = Kit.ServerLoad<RouteParams, ${kind}Above, Out, RouteId>;
export type ${kind}ServerLoadEvent = Parameters<${kind}ServerLoad>[0];
export type ${kind}Load<Out extends Output = Output> = Kit.Load<RouteParams, ${kind}ServerData, ${kind}Above, Out, RouteId>;
export type ${kind}LoadEvent = Parameters<${kind}Load>[0];
`;
};

/** The name of a module's copy without annotations. */
const copyOf = (file: string): string => `proxy${file}`;

const typesOf = (
	folders: Map<string, Folder>,
	{ path, files }: Folder,
	copied: ReadonlySet<string>
): string => {
	const depth = path.split('/').filter(Boolean).length;
	const source = (name: string): string =>
		copied.has(name)
			? `./${copyOf(name)}.js`
			: `${'../'.repeat(depth + 4)}src/routes/${path ? `${path}/` : ''}${name}.js`;
	const moduleOf = (name: string): string => {
		const found = files.has(`${name}.ts`) || files.has(`${name}.js`);
		return found ? `Loaded<typeof import('${source(name)}')>` : '{}';
	};
	const parent = layoutAbove(folders, path);
	const above = parent ? `import('${parent}').LayoutData` : '{}';
	const isLayout = hasLayout({ path, files });
	const params = [...path.matchAll(PARAMETER)].map(([, name]) => `${name}: string`).join('; ');
	const server = files.has('+page.server.ts') || files.has('+page.server.js');
	const module = `typeof import('${source('+page.server')}')`;
	return [
		HEAD,
		`type RouteParams = { ${params} };\ntype RouteId = ${JSON.stringify(`/${path}`)};`,
		kindTypes('Layout', above, moduleOf),
		kindTypes('Page', isLayout ? 'LayoutData' : above, moduleOf),
		`export type Actions<Out extends Output = Output> = Kit.Actions<RouteParams, Out, RouteId>;`,
		`export type Action<Out extends Output = Output> = Kit.Action<RouteParams, Out, RouteId>;`,
		`type OwnActions = ${server ? `${module} extends { actions: infer All extends Record<string, (event: any) => any> } ? All : null` : 'null'};`,
		`export type ActionData = OwnActions extends null ? null : Kit.ActionData<NonNullable<OwnActions>>;`,
		`export type SubmitFunction = OwnActions extends null ? Kit.SubmitFunction : Kit.SubmitFunction<NonNullable<OwnActions>>;`,
		`export interface PageProps { data: PageData; form: ActionData; params: RouteParams }`,
		`export interface LayoutProps { data: LayoutData; params: RouteParams; children: Snippet }`,
		FOOT
	].join('\n');
};

/** Writes a file only if its text has changed, so that watchers do not restart. */
const write = (file: string, text: string): void => {
	try {
		if (readFileSync(file, 'utf8') === text) return;
	} catch {
		mkdirSync(dirname(file), { recursive: true });
	}
	writeFileSync(file, text);
};

/** Writes copies of a folder's modules whose annotations hide types. Returns the names of these modules, without `.ts` or `.js`. */
const writeCopies = (root: string, folder: string, { path, files }: Folder): Set<string> => {
	const copied = new Set<string>();
	for (const file of files) {
		if (!/^\+(page|layout)(\.server)?\.(ts|js)$/.test(file)) continue;
		const text = readFileSync(join(root, 'src/routes', path, file), 'utf8');
		const copy = withoutAnnotations(root, file, text);
		const place = join(folder, copyOf(file));
		if (copy === undefined) rmSync(place, { force: true });
		else {
			// The module itself is checked, too.
			write(place, `// @ts-nocheck\n${copy}`);
			copied.add(file.slice(0, -'.ts'.length));
		}
	}
	return copied;
};

/**
 * Writes the files for editors and `svelte-check`: the `tsconfig.json` that the app's own extends, and `./$types` for each
 * folder of routes.
 *
 * @param env the variables of `$env/static/*`
 * @param kit what the app says to SvelteKit
 */
export const writeTypes = (
	root: string,
	env: Record<string, string>,
	{ alias = {} }: KitOptions
): void => {
	const folder = join(root, FOLDER);
	write(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig(alias), null, '\t') + '\n');
	write(join(folder, 'ambient.d.ts'), ambient(env));
	const folders = foldersOf(routeFiles(root));
	for (const each of folders.values()) {
		const place = join(folder, 'types/src/routes', each.path);
		const copied = writeCopies(root, place, each);
		write(join(place, '$types.d.ts'), typesOf(folders, each, copied));
	}
};
