import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { browserRoutes } from '../../../src/vite/app/browser-routes.ts';
import { payloadOf } from '../../../src/vite/app/dev/overlay.ts';
import { findPlaces } from '../../../src/vite/app/places.ts';
import { assertRouteFiles } from '../../../src/vite/app/route-files.ts';
import { assetsOf } from '../../../src/vite/app/run/assets.ts';
import { listenerOf } from '../../../src/vite/app/run/listener.ts';
import { makeApp, readSize } from '../../../src/vite/app/run/make-app.ts';
import { staticEnv } from '../../../src/vite/app/static-env.ts';
import { kitAliases } from '../../../src/vite/app/svelte-config.ts';
import ts from 'typescript';
import { writeTypes } from '../../../src/vite/app/types.ts';

/** A folder with these files, for the time of a test. */
const folderOf = async (files: Record<string, string>): Promise<string> => {
	const root = await mkdtemp(join(tmpdir(), 'softpost-vite-'));
	onTestFinished(() => rm(root, { recursive: true }));
	for (const [name, text] of Object.entries(files)) {
		await mkdir(dirname(join(root, name)), { recursive: true });
		await writeFile(join(root, name), text);
	}
	return root;
};

describe('the places of an app', () => {
	it('are those of SvelteKit', async () => {
		const root = await folderOf({
			'src/app.html': '',
			'src/hooks.server/index.ts': '',
			'src/server.js': ''
		});
		expect(findPlaces(root)).toEqual({
			root,
			template: join(root, 'src/app.html'),
			serverHooks: join(root, 'src/hooks.server/index.ts'),
			server: join(root, 'src/server.js')
		});
	});

	it('have none for a service worker, which is an error that names it', async () => {
		const root = await folderOf({ 'src/service-worker.ts': '' });
		expect(() => findPlaces(root)).toThrow(/src\/service-worker\.ts .*static\//);
	});

	it.each(['[id=integer]/+page.svelte', '[[lang]]/+page.svelte', 'a/+page@.svelte'])(
		'do not take %s, and name it',
		async (file) => {
			const root = await folderOf({ [`src/routes/${file}`]: '' });
			expect(() => assertRouteFiles(root)).toThrow(file);
		}
	);
});

describe('$env/static', () => {
	const env = { PUBLIC_NAME: 'a"b', SECRET: 's', 'not.a.name': 'x', class: 'y' };

	it('exports what begins with PUBLIC_, or all else, where a name can be exported', () => {
		expect(staticEnv(env, 'public')).toBe('export const PUBLIC_NAME = "a\\"b";');
		expect(staticEnv(env, 'private')).toBe('export const SECRET = "s";');
	});
});

describe('BODY_SIZE_LIMIT', () => {
	it.each([
		[undefined, undefined],
		['', undefined],
		['1000', 1000],
		['512K', 524_288],
		['1.5m', 1_572_864],
		['1G', 1_073_741_824],
		['0', Infinity],
		['Infinity', Infinity]
	])('%s is %s bytes', (text, bytes) => {
		expect(readSize(text)).toBe(bytes);
	});

	it('is an error where it is not a size', () => {
		expect(() => readSize('many')).toThrow(/BODY_SIZE_LIMIT is "many"/);
	});
});

describe('hooks that softpost does not call', () => {
	it.each([
		['serverHooks', 'handleFetch', 'src/hooks.server'],
		['hooks', 'reroute', 'src/hooks ']
	])('in %s are an error: %s', async (part, name, file) => {
		const parts = { files: {}, serverHooks: {}, hooks: {}, template: '%head%%body%' };
		const made = makeApp({ ...parts, [part]: { [name]: () => {} } });
		await expect(made).rejects.toThrow(`${file.trim()} exports ${name}`);
	});
});

describe('the table of routes for browsers', () => {
	it('has what runs there, and nothing of the server', async () => {
		const root = await folderOf({
			'src/routes/+layout.svelte': '',
			'src/routes/+page.svelte': '',
			'src/routes/+page.server.ts': '',
			'src/routes/(app)/[slug]/+page.svelte': '',
			'src/routes/(app)/[slug]/+page.ts': '',
			'src/routes/api/+server.ts': ''
		});
		const imported = (file: string): string => `() => import("/src/routes/${file}")`;
		expect(browserRoutes(root)).toBe(
			`{ "/(app)/[slug]": { "page": ${imported('(app)/[slug]/+page.svelte')}, "universal": { "page": ${imported('(app)/[slug]/+page.ts')} } }, ` +
				`"/": { "layout": ${imported('+layout.svelte')}, "page": ${imported('+page.svelte')} } }`
		);
	});
});

describe('the assets of a page', () => {
	const manifest = {
		'virtual:softpost/client': { file: 's.js', imports: ['_shared'], css: ['s.css'] },
		_shared: { file: 'shared.js', css: ['shared.css'] },
		'src/routes/+layout.svelte': { file: 'l.js', imports: ['_shared'], css: ['l.css'] },
		'src/routes/+page.svelte': { file: 'p.js', imports: ['_shared', '_cycle'], css: ['p.css'] },
		_cycle: { file: 'c.js', imports: ['src/routes/+page.svelte'], css: ['l.css'] }
	};

	it('are what its files import, each once, below the base', () => {
		const assets = assetsOf(manifest, { entry: 'virtual:softpost/client', base: '/app' });
		const files = ['layout.svelte', 'page.svelte', 'page.server.ts'];
		expect(assets(files.map((name) => `/src/routes/+${name}`))).toEqual({
			styles: ['shared', 's', 'l', 'p'].map((name) => ({ href: `/app/${name}.css` })),
			preloads: ['shared', 'l', 'c', 'p'].map((name) => `/app/${name}.js`),
			scripts: ['/app/s.js']
		});
	});
});

describe('what src/server returns', () => {
	it('may be whatever has a fetch', async () => {
		const listener = await listenerOf({ fetch: async () => new Response('hello') });
		const server = createServer(listener).listen(0, '127.0.0.1');
		onTestFinished(() => void server.close());
		await once(server, 'listening');
		const { port } = server.address() as { port: number };
		expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('hello');
	});

	it('is an error otherwise', async () => {
		await expect(listenerOf(undefined)).rejects.toMatchObject({ code: 'server_entry' });
	});
});

describe('an error in the overlay', () => {
	it("has the line of the app's own code, with what is around it", async () => {
		const root = await folderOf({ 'src/a.ts': 'one\ntwo\nthree\n' });
		const error = new Error('no');
		error.stack = `Error: no\n    at x (${root}/node_modules/b.js:1:1)\n    at y (${root}/src/a.ts:2:3)`;
		expect(payloadOf(error, root)).toMatchObject({
			message: 'no',
			id: `${root}/src/a.ts`,
			loc: { line: 2, column: 3 },
			frame: '   1 |  one\n   2 |  two\n     |    ^\n   3 |  three\n   4 |  '
		});
	});
});

describe('svelte.config.js', () => {
	it.each([
		['$parts/a.js', '/app/src/parts/a.js'],
		['$parts', '/app/src/parts'],
		['$partsmore', '$partsmore'],
		['$all/a.js', '/app/src/all/a.js'],
		['$all', '$all']
	])('%s by its aliases is %s', (source, path) => {
		const aliases = kitAliases('/app', { alias: { $parts: 'src/parts', '$all/*': 'src/all/*' } });
		const found = aliases.find(({ find }) => (find as RegExp).test(source));
		expect(found ? source.replace(found.find, found.replacement) : source).toBe(path);
	});
});

describe('types', () => {
	it('are written for each folder, and know the parameters and the layout above', async () => {
		const root = await folderOf({
			'src/routes/+layout.server.ts': '',
			'src/routes/blog/[slug]/+page.server.ts': ''
		});
		writeTypes(root, { SECRET: 's' }, {});
		const read = (file: string) => readFile(join(root, '.svelte-kit', file), 'utf8');
		const page = await read('types/src/routes/blog/[slug]/$types.d.ts');
		expect(page).toContain('type RouteParams = { slug: string };');
		expect(page).toContain("import('../../$types.js').LayoutData");
		expect(page).toContain("import('../../../../../../src/routes/blog/[slug]/+page.server.js')");
		expect(await read('ambient.d.ts')).toContain('export const SECRET: string;');
		expect(JSON.parse(await read('tsconfig.json'))).toHaveProperty('compilerOptions.rootDirs');
	});

	it('know what loads and actions return, annotated or not: in ActionData, PageProps and SubmitFunction', async () => {
		const root = await folderOf({
			'src/routes/+page.server.ts': `
				import { fail } from '@sveltejs/kit';
				import type { Actions, PageServerLoad } from './$types';
				export const load = (() => ({ notes: [{ id: 1 }] })) satisfies PageServerLoad;
				export const actions = {
					add: ({ locals }) => locals ? { added: 'a' } : fail(422, { reason: 1 })
				} satisfies Actions;`,
			'src/routes/use.ts': `
				import type { ActionData, PageProps, SubmitFunction } from './$types';
				export const submit: SubmitFunction = ({ formData, cancel }) => {
					if (!formData.get('id')) cancel();
					return ({ result }) => {
						if (result.type === 'success') result.data?.added satisfies string | undefined;
						// @ts-expect-error It is a number.
						if (result.type === 'failure') result.data?.reason satisfies string | undefined;
					};
				};
				export const read = ({ data, form }: PageProps, same: ActionData) => {
					data.notes satisfies { id: number }[];
					// @ts-expect-error It is a list of objects.
					data.notes satisfies string[];
					form?.added satisfies string | undefined;
					same = form;
				};`,
			'src/routes/annotated/tags.ts': 'export const tags = [1];',
			'src/routes/annotated/+layout.server.ts': `
				import type { LayoutServerLoad } from './$types';
				export const load: LayoutServerLoad = ({ locals }) => ({ user: 'Ann' });`,
			'src/routes/annotated/+page.server.ts': `
				import { fail } from '@sveltejs/kit';
				import { tags } from './tags';
				import type { Actions, PageServerLoad } from './$types';
				export const load: PageServerLoad = async ({ parent, params }) => {
					(await parent()).user satisfies string;
					// @ts-expect-error The folder has no parameter.
					params.id;
					return { tags };
				};
				export const actions: Actions = {
					add: async ({ request }) => (await request.formData() ? { added: 'a' } : fail(422, { reason: 1 }))
				};`,
			'src/routes/annotated/+page.js': `
				/** @type {import('./$types').PageLoad} */
				export const load = ({ data }) => ({ ...data, count: 1 });`,
			'src/routes/annotated/use.ts': `
				import type { PageProps } from './$types';
				export const read = ({ data, form }: PageProps) => {
					data.user satisfies string;
					data.tags satisfies number[];
					data.count satisfies number;
					// @ts-expect-error It is a text.
					data.user satisfies number;
					// @ts-expect-error They are numbers.
					data.tags satisfies string[];
					// @ts-expect-error It is a number.
					data.count satisfies string;
					form?.added satisfies string | undefined;
					// @ts-expect-error It is a number.
					form?.reason satisfies string | undefined;
				};`,
			'src/routes/plain/+page.svelte': '',
			'src/routes/plain/use.ts': `
				import type { SubmitFunction } from './$types';
				export const submit: SubmitFunction = () => ({ update }) => update();`
		});
		await mkdir(join(root, 'node_modules'));
		await symlink(resolve('node_modules/typescript'), join(root, 'node_modules/typescript'));
		writeTypes(root, {}, {});
		const config = join(root, '.svelte-kit/tsconfig.json');
		const { options, fileNames } = ts.parseJsonConfigFileContent(
			ts.readConfigFile(config, ts.sys.readFile).config,
			ts.sys,
			dirname(config),
			{ strict: true, allowJs: true, checkJs: true, types: [], typeRoots: [] }
		);
		const at = (path: string): string => join(process.cwd(), path);
		options.paths = {
			...options.paths,
			'softpost/sveltekit/kit': [at('src/server.ts')],
			svelte: [at('node_modules/svelte/types/index.d.ts')]
		};
		const program = ts.createProgram(fileNames, options);
		const own = program.getSourceFiles().filter(({ fileName }) => /src\/routes/.test(fileName));
		expect(own.length).toBeGreaterThan(4);
		const found = own.flatMap((file) => program.getSemanticDiagnostics(file));
		expect(
			found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
		).toEqual([]);
	});
});
