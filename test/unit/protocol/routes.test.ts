import { describe, expect, it } from 'vitest';
import { loadModule, routeChain } from '../../../src/protocol/routes.ts';

describe('routeChain', () => {
	it.each<[id: string | null, chain: string[]]>([
		['/', ['/']],
		['/blog', ['/', '/blog']],
		['/blog/:slug', ['/', '/blog', '/blog/:slug']],
		['/files/*path', ['/', '/files', '/files/*path']],
		[null, ['/']]
	])('of %s goes from the root down', (id, chain) => {
		expect(routeChain(id)).toEqual(chain);
	});

	it("is the entry's own where groups have layouts", () => {
		expect(routeChain('/notes', { chain: ['/', '/(app)'] })).toEqual(['/', '/(app)']);
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
});
