import { describe, expect, it } from 'vitest';
import { loadModule, routeChain } from '../../../src/protocol/routes.ts';
import { fromFiles } from '../../../src/svelte/from-files.ts';

/** A table over files whose modules are their own names. */
const tableOf = (...files: string[]) =>
	fromFiles(Object.fromEntries(files.map((file) => [file, { file }])));

describe('one file', () => {
	it.each<[file: string, id: string, kind: string]>([
		['/src/routes/+page.svelte', '/', 'page'],
		['./routes/+layout.svelte', '/', 'layout'],
		['../routes/+error.svelte', '/', 'error'],
		['routes/+page.svelte', '/', 'page'],
		['./+page.svelte', '/', 'page'],
		['/+page.svelte', '/', 'page'],
		['+page.svelte', '/', 'page'],
		['./routes/+page.server.ts', '/', 'page'],
		['./routes/+page.server.js', '/', 'page'],
		['./routes/+layout.server.ts', '/', 'layout'],
		['./routes/+page.ts', '/', 'universal.page'],
		['./routes/+page.js', '/', 'universal.page'],
		['./routes/blog/+layout.ts', '/blog', 'universal.layout'],
		['./routes/+layout.js', '/', 'universal.layout'],
		['./routes/+server.ts', '/', 'endpoint'],
		['./routes/+server.js', '/', 'endpoint'],
		['./routes/blog/+page.svelte', '/blog', 'page'],
		['./routes/a/b/c/+server.ts', '/a/b/c', 'endpoint'],
		['./routes/blog/[slug]/+page.svelte', '/blog/[slug]', 'page'],
		['./routes/[lang]/[slug]/+layout.svelte', '/[lang]/[slug]', 'layout'],
		['./routes/v[major]-[minor]/+page.svelte', '/v[major]-[minor]', 'page'],
		['./routes/files/[...path]/+page.svelte', '/files/[...path]', 'page'],
		['./routes/[...all]/edit/+page.svelte', '/[...all]/edit', 'page'],
		['./routes/admin/routes/+page.svelte', '/admin/routes', 'page'],
		['./routes/(app)/+page.svelte', '/(app)', 'page'],
		['./routes/(app)/notes/(list)/+page.svelte', '/(app)/notes/(list)', 'page'],
		['./routes/(app)/api/+server.ts', '/(app)/api', 'endpoint'],
		['./routes/(app)/+layout.svelte', '/(app)', 'layout'],
		['./routes/(app)/notes/+error.svelte', '/(app)/notes', 'error'],
		['./routes/[x+2e]well-known/nodeinfo/+server.ts', '/[x+2e]well-known/nodeinfo', 'endpoint'],
		['./routes/[u+1f600]/[id]/+page.svelte', '/[u+1f600]/[id]', 'page'],
		['./routes/(app)/[id]/+layout.server.ts', '/(app)/[id]', 'layout']
	])('%s is %s %s', (file, id, kind) => {
		const table = tableOf(file);
		expect(Object.keys(table)).toEqual([id]);
		expect(table[id]).toHaveProperty(kind, { file });
	});

	it.each([
		'./routes/+error.ts',
		'./routes/+error.server.ts',
		'./routes/+server.svelte',
		'./routes/+server.server.ts',
		'./routes/+page.server.svelte',
		'./routes/+page@.svelte',
		'./routes/+layout@(app).svelte',
		'./routes/+pages.svelte',
		'./routes/+page.tsx',
		'./routes/+page.svelte.ts',
		'./routes/[[lang]]/+page.svelte',
		'./routes/[id=integer]/+page.svelte',
		'./routes/[[...rest]]/+page.svelte',
		'./routes/[x+2f]/+page.svelte',
		'./routes/[x+3]/+page.svelte',
		'./routes/a[...rest]/+page.svelte',
		'./routes/[id/+page.svelte'
	])('%s is an error that names it', (file) => {
		expect(() => tableOf(file)).toThrow(
			expect.objectContaining({ code: 'unknown_file', data: { file } })
		);
		expect(() => tableOf(file)).toThrow(file);
	});

	it.each([
		['./routes/[[lang]]/+page.svelte', 'Make two folders'],
		['./routes/[id=integer]/+page.svelte', 'check the value in load'],
		['./routes/[...path=file]/+page.svelte', 'check the value in load'],
		['./routes/+page@.svelte', 'Move it into a (group)'],
		['./routes/a/+layout@(app).svelte', 'Move it into a (group)']
	])('%s: the error says what to do: %s', (file, advice) => {
		expect(() => tableOf(file)).toThrow(advice);
	});

	it.each([
		'./routes/Header.svelte',
		'./routes/blog/format.ts',
		'./routes/notes/NoteItem.svelte',
		'./routes/a+b/data.ts'
	])('%s is no route file, and is left out', (file) => {
		expect(tableOf(file)).toEqual({});
	});
});

describe('several files', () => {
	it('are one entry for each route', () => {
		const table = tableOf(
			'./routes/+layout.svelte',
			'./routes/+page.svelte',
			'./routes/+error.svelte',
			'./routes/blog/+page.svelte',
			'./routes/blog/+server.ts'
		);
		expect(Object.keys(table)).toEqual(['/', '/blog']);
		expect(Object.keys(table['/']!).sort()).toEqual(['error', 'layout', 'page']);
		expect(Object.keys(table['/blog']!).sort()).toEqual(['endpoint', 'page']);
	});

	it.each([
		['component first', ['./routes/+page.svelte', './routes/+page.server.ts']],
		['server module first', ['./routes/+page.server.ts', './routes/+page.svelte']]
	])('are one module of component and server module, %s', async (_, files) => {
		const modules: Record<string, object> = {
			'./routes/+page.svelte': { default: 'component' },
			'./routes/+page.server.ts': { load: 'load', actions: 'actions' }
		};
		const table = fromFiles(Object.fromEntries(files.map((file) => [file, modules[file]])));
		const merged = await loadModule(table['/']!.page);
		expect(merged).toEqual({ default: 'component', load: 'load', actions: 'actions' });
	});

	it('import nothing before they are asked for', async () => {
		const imported: string[] = [];
		const lazy = (name: string) => async () => {
			imported.push(name);
			return { [name]: true };
		};
		const table = fromFiles({
			'./routes/+layout.svelte': lazy('default'),
			'./routes/+layout.server.ts': lazy('load')
		});
		expect(imported).toEqual([]);
		expect(await loadModule(table['/']!.layout)).toEqual({ default: true, load: true });
		expect(imported).toEqual(['default', 'load']);
	});
});

describe('groups', () => {
	it('are in the id, as in SvelteKit, so that their layouts apply', () => {
		const table = tableOf(
			'./routes/+layout.svelte',
			'./routes/(app)/+layout.svelte',
			'./routes/(app)/+page.svelte',
			'./routes/(app)/notes/(list)/[id]/+page.svelte'
		);
		expect(table['/']!.layout).toEqual({ file: './routes/+layout.svelte' });
		expect(table['/(app)']!.layout).toEqual({ file: './routes/(app)/+layout.svelte' });
		expect(table['/(app)']!.page).toEqual({ file: './routes/(app)/+page.svelte' });
		const id = '/(app)/notes/(list)/[id]';
		expect(routeChain(id, table[id])).toEqual([
			'/',
			'/(app)',
			'/(app)/notes',
			'/(app)/notes/(list)',
			'/(app)/notes/(list)/[id]'
		]);
	});
});

describe('a file that runs on the server and in the browser', () => {
	it('stands apart from the component and from the server module', async () => {
		const universal = { load() {}, csr: true };
		const table = fromFiles({
			'./routes/+page.svelte': { default: 'component' },
			'./routes/+page.ts': universal,
			'./routes/+page.server.ts': { load: 'load' }
		});
		expect(await loadModule(table['/']!.page)).toEqual({ default: 'component', load: 'load' });
		expect(table['/']!.universal).toEqual({ page: universal });
	});

	it('needs no component beside it', () => {
		const { '/a': entry } = fromFiles({ './routes/a/+layout.ts': { ssr: false } });
		expect(entry).toEqual({ universal: { layout: { ssr: false } } });
	});
});
