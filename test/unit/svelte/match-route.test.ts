import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../src/server/visit/match.ts';
import { createRouteFinder } from '../../../src/svelte/match-route.ts';

const tables = [
	['/*rest', '/blog/:slug/*more', '/blog/:slug', '/blog/new', '/', '/docs/*path', '/docs/intro'],
	['/docs/*path/edit', '/docs/*path', '/file-:name', '/:lang/about', '/café', '/a.b', '/:a-to-:b'],
	['/[...rest]', '/[a]', '/[a].json', '/x', '/x/[...rest]', '/v[version]beta', '/[from]-to-[to]'],
	['/(app)/notes/[id]', '/(app)', '/(app)/(inner)/notes', '/(other)/[lang]/files/[...path]/edit'],
	['/:a', '/:b', '/[0]/1'],
	['/[x+2e]well-known/[id]', '/smileys/[x+3a]-[x+29]', '/[u+1f600]/[x+3f]', '/[x+2a]a/:b', '/:a/:b']
];

const paths = [
	'/',
	'/x',
	'/X',
	'/x/',
	'/x/y',
	'/x/y/z',
	'/blog',
	'/blog/',
	'/blog/new',
	'/blog/hello/',
	'/blog/a/b/c',
	'/blog/a%2Fb%20%C3%A9',
	'/blog/%252F',
	'/docs',
	'/docs/intro',
	'/docs/a/b/edit',
	'/docs/edit',
	'/docs/x%20y/z',
	'/file-x',
	'/de/about',
	'/caf%C3%A9',
	'/caf%c3%a9',
	'/%62log/n%65w',
	'/a.b',
	'/aXb',
	'/a-to-b',
	'/y.json',
	'/v2beta',
	'/notes',
	'/notes/1',
	'/de/files/a/b/edit',
	'/7/1',
	'/.well-known/nodeinfo',
	'/smileys/:-)',
	'/smileys/a-b',
	'/%F0%9F%98%80/%3F',
	'/*a/b',
	'//evil.example'
];

describe('createRouteFinder', () => {
	it.each([
		['/[x+2e]well-known/[id]', '/.well-known/a', { id: 'a' }],
		['/smileys/[x+3a]-[x+29]', '/smileys/:-)', {}],
		['/[u+1f600]/[x+3f]', '/%F0%9F%98%80/%3F', {}]
	])('finds %s, whose characters are written as codes, at %s', (id, pathname, params) => {
		const find = createRouteFinder({ [id]: { page: {} }, '/:a/:b': { page: {} } } as never);
		expect(find({ pathname })).toEqual({ id, params });
	});

	it.each(tables)('finds what the server finds: %s …', (...ids) => {
		const pages = Object.fromEntries(ids.map((id) => [id, { page: {} }]));
		const server = createMatcher(pages);
		const find = createRouteFinder(pages as never);
		for (const pathname of paths) {
			const route = server(pathname);
			expect([pathname, find({ pathname })]).toEqual([
				pathname,
				route && { id: route.id, params: route.params }
			]);
		}
	});

	it.each(['/%', '/%E0%A4%A'])('finds nothing at %s, which cannot be decoded', (pathname) => {
		expect(createRouteFinder({ '/:a': { page: {} } } as never)({ pathname })).toBeNull();
	});

	it('finds no entry that holds a layout only', () => {
		expect(createRouteFinder({ '/': { layout: {} } } as never)({ pathname: '/' })).toBeNull();
	});
});

it.each(['/shop', '/shop/', '/shop/x', '/x', '/shopping', '/'])(
	'below a base it finds what the server finds: %s',
	(pathname) => {
		const table = { '/': { page: {} }, '/[a]': { page: {} } };
		const route = createMatcher(table, '/shop')(pathname);
		const found = createRouteFinder(table as never, { base: '/shop' })({ pathname });
		expect(found).toEqual(route && { id: route.id, params: route.params });
	}
);
