import { afterEach, describe, expect, it, vi } from 'vitest';
import { layoutKey, loadModule, paramNames, routeChain } from '../../../src/protocol/routes.ts';

describe('routeChain', () => {
	it.each<[id: string | null, chain: string[]]>([
		['/', ['/']],
		['/blog', ['/', '/blog']],
		['/blog/:slug', ['/', '/blog', '/blog/:slug']],
		['/files/*path', ['/', '/files', '/files/*path']],
		['/files/[...path]', ['/', '/files', '/files/[...path]']],
		['/(app)/notes', ['/', '/(app)', '/(app)/notes']],
		[null, ['/']]
	])('of %s goes from the root down', (id, chain) => {
		expect(routeChain(id)).toEqual(chain);
	});

	it("is the entry's own where groups have layouts", () => {
		expect(routeChain('/notes', { chain: ['/', '/(app)'] })).toEqual(['/', '/(app)']);
	});
});

describe('paramNames', () => {
	it.each<[id: string, names: string[]]>([
		['/', []],
		['/blog/:slug/*rest', ['slug', 'rest']],
		['/blog/[slug]/[...rest]', ['slug', 'rest']],
		['/file-:name', ['name']],
		['/[from]-[to].json', ['from', 'to']],
		['/(app)/blog', []]
	])('of %s', (id, names) => {
		expect(paramNames(id)).toEqual(names);
	});
});

describe('layoutKey', () => {
	it.each(['/blog/:slug', '/blog/[slug]'])('of %s names the parameter it is loaded for', (id) => {
		expect(layoutKey(id, { slug: 'a b', other: 'x' })).toBe(`${encodeURIComponent(id)}/a%20b`);
	});
});

describe('loadModule', () => {
	const module = { default: 1 };
	it('takes a module as it is', async () => {
		expect(await loadModule(module)).toBe(module);
	});
	it('calls a function that imports one', async () => {
		expect(await loadModule(async () => module)).toBe(module);
	});

	describe('in production', () => {
		/** The module as a server in production has it. */
		const production = async (): Promise<typeof loadModule> => {
			vi.stubEnv('NODE_ENV', 'production');
			vi.resetModules();
			return (await import('../../../src/protocol/routes.ts')).loadModule;
		};
		afterEach(() => void vi.unstubAllEnvs());

		it('imports once', async () => {
			const load = vi.fn(async () => module);
			const loadModule = await production();
			expect(await Promise.all([loadModule(load), loadModule(load)])).toEqual([module, module]);
			expect(await loadModule(load)).toBe(module);
			expect(load).toHaveBeenCalledOnce();
		});

		it('imports again after a failure', async () => {
			const load = vi.fn(async () => module).mockRejectedValueOnce(new Error('no connection'));
			const loadModule = await production();
			await expect(loadModule(load)).rejects.toThrow('no connection');
			expect(await loadModule(load)).toBe(module);
		});
	});

	it('imports each time in development, where modules change', async () => {
		const load = vi.fn(async () => module);
		await loadModule(load);
		await loadModule(load);
		expect(load).toHaveBeenCalledTimes(2);
	});
});
