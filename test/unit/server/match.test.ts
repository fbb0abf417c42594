import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../src/server/visit/match.ts';
import type { ServerRoutes } from '../../../src/server.ts';

const matcher = (...ids: string[]) =>
	createMatcher(Object.fromEntries(ids.map((id) => [id, { page: {} }])));

const found = (match: ReturnType<typeof createMatcher>, path: string) => {
	const route = match(path);
	return route && [route.id, route.params];
};

describe('createMatcher', () => {
	const match = matcher(
		'/*rest',
		'/blog/:slug/*more',
		'/blog/:slug',
		'/blog/new',
		'/',
		'/docs/*path',
		'/docs/*path/edit',
		'/docs/intro',
		'/file-:name',
		'/:lang/about',
		'/café'
	);

	it.each([
		['/', '/', {}],
		['/blog/new', '/blog/new', {}],
		['/blog/hello', '/blog/:slug', { slug: 'hello' }],
		['/blog/hello/', '/blog/:slug', { slug: 'hello' }],
		['/blog/a/b/c', '/blog/:slug/*more', { slug: 'a', more: 'b/c' }],
		['/docs', '/docs/*path', { path: '' }],
		['/docs/', '/docs/*path', { path: '' }],
		['/docs/intro', '/docs/intro', {}],
		['/docs/a/b', '/docs/*path', { path: 'a/b' }],
		['/docs/a/b/edit', '/docs/*path/edit', { path: 'a/b' }],
		['/docs/edit', '/docs/*path/edit', { path: '' }],
		['/file-x', '/file-:name', { name: 'x' }],
		['/de/about', '/:lang/about', { lang: 'de' }],
		['/caf%C3%A9', '/café', {}],
		// The same octets (RFC 3986, section 6.2.2.1): Apache writes them in lower case when it hands a request on.
		['/caf%c3%a9', '/café', {}],
		// A `handle` that guards the path /blog/new would let this one through.
		['/%62log/n%65w', '/*rest', { rest: 'blog/new' }],
		['/Blog/new', '/*rest', { rest: 'Blog/new' }],
		['//evil.example', '/*rest', { rest: '/evil.example' }]
	])('%s is %s', (path, id, params) => {
		expect(found(match, path)).toEqual([id, params]);
	});

	it('decodes parameters, once, and never as a separator', () => {
		expect(found(match, '/blog/a%2Fb%20%C3%A9')).toEqual(['/blog/:slug', { slug: 'a/b é' }]);
		expect(found(match, '/blog/%252F')).toEqual(['/blog/:slug', { slug: '%2F' }]);
		expect(found(match, '/blog/%2541%61')).toEqual(['/blog/:slug', { slug: '%41a' }]);
		expect(found(match, '/docs/x%20y/z')).toEqual(['/docs/*path', { path: 'x y/z' }]);
	});

	it.each(['/blog/%', '/%E0%A4%A', '/docs/a/%ff'])(
		'finds nothing at %s, which cannot be decoded',
		(path) => {
			expect(match(path)).toBeNull();
		}
	);

	it('does not depend on the order of the table', () => {
		expect(found(matcher('/:a', '/x'), '/x')).toEqual(['/x', {}]);
		expect(found(matcher('/x', '/:a'), '/x')).toEqual(['/x', {}]);
	});

	it('keeps the order of the table among equals', () => {
		expect(found(matcher('/:a', '/:b'), '/x')).toEqual(['/:a', { a: 'x' }]);
	});

	it('needs a whole segment for a parameter', () => {
		expect(found(matcher('/blog/:slug'), '/blog/')).toBeNull();
		expect(found(matcher('/blog/:slug'), '/blog')).toBeNull();
	});

	it('matches no entry that holds a layout only', () => {
		const routes: ServerRoutes = { '/': { layout: {} }, '/api': { endpoint: {} } };
		expect(createMatcher(routes)('/')).toBeNull();
		expect(createMatcher(routes)('/api')?.id).toBe('/api');
	});

	it.each([
		{ actions: { default: () => {} } },
		{ load: () => {} },
		{ default: () => {} },
		{ GET: () => {} },
		undefined
	])('refuses an entry that is a module itself: %j', (entry) => {
		expect(() => createMatcher({ '/login': entry as never })).toThrow(
			expect.objectContaining({
				code: 'route_pattern',
				message: expect.stringMatching(/"\/login".*page.*endpoint/)
			})
		);
	});

	it('gives parameters no prototype to reach', () => {
		const params = matcher('/:slug')('/x')?.params;
		expect(Object.getPrototypeOf(params)).toBe(Object.prototype);
		expect(params).toEqual({ slug: 'x' });
	});

	it.each([
		['/blog/[slug]', '/blog/hello', { slug: 'hello' }],
		['/files/[...path]', '/files', { path: '' }],
		['/files/[...path]', '/files/a/b', { path: 'a/b' }],
		['/[lang]/files/[...path]/edit', '/de/files/a/b/edit', { lang: 'de', path: 'a/b' }],
		['/file-[name]', '/file-x', { name: 'x' }],
		['/[name].json', '/x.json', { name: 'x' }],
		['/[from]-to-[to]', '/a-to-b', { from: 'a', to: 'b' }],
		['/v[version]beta', '/v2beta', { version: '2' }],
		['/(app)/notes/[id]', '/notes/1', { id: '1' }],
		['/(app)', '/', {}],
		['/(app)/(inner)/notes', '/notes', {}]
	])("reads SvelteKit's spelling: %s has %s", (id, path, params) => {
		expect(found(matcher(id), path)).toEqual([id, params]);
	});

	it("ranks SvelteKit's spelling like its own", () => {
		const ids = ['/[...rest]', '/[a]', '/[a].json', '/x', '/x/[...rest]'];
		for (const table of [ids, [...ids].reverse()]) {
			const match = matcher(...table);
			expect(['/x', '/y', '/y.json', '/x/y', '/y/z', '/'].map((path) => match(path)?.id)).toEqual([
				'/x',
				'/[a]',
				'/[a].json',
				'/x/[...rest]',
				'/[...rest]',
				'/[...rest]'
			]);
		}
	});

	it.each(['/[[lang]]/about', '/[page=integer]', '/[a', '/a]', '/[]', '/[...]'])(
		'refuses "%s", which it would match wrongly',
		(id) => {
			expect(() => matcher(id)).toThrowError(expect.objectContaining({ code: 'route_pattern' }));
		}
	);

	it.each(['blog', '/blog/', '', '/a/:', '/a/(b', '/a?', '/a/:x:y', '/{a'])(
		'refuses the id "%s"',
		(id) => {
			expect(() => matcher(id)).toThrowError(
				expect.objectContaining({ code: 'route_pattern', data: { id } })
			);
		}
	);
});

describe('below a base', () => {
	const match = createMatcher({ '/': { page: {} }, '/notes/:id': { page: {} } }, '/shop');

	it.each([
		['/shop', '/'],
		['/shop/', '/'],
		['/shop/notes/1', '/notes/:id'],
		['/', undefined],
		['/notes/1', undefined],
		['/shopping/notes/1', undefined]
	])('%s is %j', (path, id) => {
		expect(match(path)?.id).toBe(id);
	});
});
