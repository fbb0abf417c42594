import { describe, expect, it } from 'vitest';
import { openCookies } from '../../../src/server/cookies.ts';

const open = (sent: string | null = null, href = 'https://app.example/notes/1') =>
	openCookies(sent, new URL(href));

describe('cookies.get and getAll', () => {
	it('read what the browser sent, decoded', () => {
		const { cookies } = open('a=1; b=%20x');
		expect(cookies.get('a')).toBe('1');
		expect(cookies.get('b')).toBe(' x');
		expect(cookies.get('c')).toBeUndefined();
		expect(cookies.getAll()).toEqual([
			{ name: 'a', value: '1' },
			{ name: 'b', value: ' x' }
		]);
	});

	it('decode as they are told', () => {
		const decode = (value: string) => `<${value}>`;
		expect(open('a=%20').cookies.get('a', { decode })).toBe('<%20>');
		expect(open('a=%20').cookies.getAll({ decode })).toEqual([{ name: 'a', value: '<%20>' }]);
	});

	it('find nothing of a prototype', () => {
		expect(open('a=1').cookies.get('toString')).toBeUndefined();
		expect(open(null).cookies.get('__proto__')).toBeUndefined();
	});

	it('see what this request has set', () => {
		const { cookies } = open('a=1');
		cookies.set('a', '2', { path: '/' });
		expect(cookies.get('a')).toBe('2');
		expect(cookies.getAll()).toEqual([{ name: 'a', value: '2' }]);
	});

	it.each([
		['/', true],
		['/notes', true],
		['/notes/', true],
		['/notes/1', true],
		['/notes/12', false],
		['/note', false],
		['/admin', false]
	])('see a cookie set with path %s at /notes/1: %s', (path, seen) => {
		const { cookies } = open();
		cookies.set('a', 'x', { path });
		expect(cookies.get('a')).toBe(seen ? 'x' : undefined);
	});

	it.each([
		['app.example', true],
		['.app.example', true],
		['APP.example', true],
		['example', true],
		['other.example', false],
		['p.example', false]
	])('see a cookie set with domain %s on app.example: %s', (domain, seen) => {
		const { cookies } = open();
		cookies.set('a', 'x', { path: '/', domain });
		expect(cookies.get('a')).toBe(seen ? 'x' : undefined);
	});

	it('no longer see what was deleted or has expired', () => {
		const { cookies } = open('a=1; b=2; c=3');
		cookies.delete('a', { path: '/' });
		cookies.set('b', '', { path: '/', expires: new Date(0) });
		cookies.set('c', '4', { path: '/', expires: new Date(Date.now() + 1000) });
		expect(cookies.get('a')).toBeUndefined();
		expect(cookies.get('b')).toBeUndefined();
		expect(cookies.getAll()).toEqual([{ name: 'c', value: '4' }]);
	});
});

describe('cookies.set', () => {
	const header = (
		href: string,
		...[name, value, options]: Parameters<ReturnType<typeof open>['cookies']['set']>
	) => {
		const jar = open(null, href);
		jar.cookies.set(name, value, options);
		return jar.headers()[0];
	};

	it('is safe by default', () => {
		expect(header('https://app.example/', 's', 'a b', { path: '/' })).toBe(
			's=a%20b; Path=/; HttpOnly; Secure; SameSite=Lax'
		);
	});

	it.each([
		['http://localhost/', false],
		['http://localhost:5173/', false],
		['https://localhost/', true],
		['http://app.example/', true],
		['http://localhost.evil.example/', true]
	])('at %s says Secure: %s', (href, secure) => {
		expect(header(href, 's', '1', { path: '/' })?.includes('Secure')).toBe(secure);
	});

	it('leaves the last word to the caller', () => {
		const options = {
			path: '/',
			httpOnly: false,
			secure: false,
			sameSite: 'strict' as const,
			maxAge: 60
		};
		expect(header('https://app.example/', 's', '1', options)).toBe(
			's=1; Max-Age=60; Path=/; SameSite=Strict'
		);
	});

	it.each([
		['', '/a/b'],
		['.', '/a/'],
		['c', '/a/c'],
		['..', '/'],
		['/x', '/x']
	])('resolves the path "%s" to %s', (path, resolved) => {
		expect(header('https://app.example/a/b', 's', '1', { path })).toContain(`Path=${resolved};`);
	});

	it('sends one header for each name, path and domain: the last', () => {
		const jar = open();
		jar.cookies.set('a', '1', { path: '/' });
		jar.cookies.set('b', '1', { path: '/' });
		jar.cookies.set('a', '2', { path: '/x' });
		jar.cookies.set('a', '3', { path: '/', domain: 'app.example' });
		jar.cookies.set('a', '4', { path: '/' });
		expect(jar.headers().map((text) => text.slice(0, 3))).toEqual(['b=1', 'a=2', 'a=3', 'a=4']);
	});

	it('needs a path', () => {
		const { cookies } = open();
		expect(() => cookies.set('a', '1', {} as never)).toThrowError(
			expect.objectContaining({ code: 'cookie', message: expect.stringContaining("path: '/'") })
		);
		expect(() => cookies.set('a', '1', undefined as never)).toThrowError(/path/);
		expect(() => cookies.delete('a', {} as never)).toThrowError(/path/);
		expect(() => cookies.serialize('a', '1', {} as never)).toThrowError(/path/);
	});

	it('refuses what browsers drop: more than 4096 bytes of name and value', () => {
		const { cookies } = open();
		expect(() => cookies.set('a', 'x'.repeat(4095), { path: '/' })).not.toThrow();
		expect(() => cookies.set('a', 'x'.repeat(4096), { path: '/' })).toThrowError(/4096 bytes/);
		expect(() => cookies.set('a', 'é'.repeat(700), { path: '/' })).toThrowError(/4096 bytes/);
	});

	it.each([
		['a;b', '1', {}],
		['', '1', {}],
		['a', '1', { maxAge: 1.5 }],
		['a', '1', { domain: 'a b' }],
		['a', '1', { path: '/;x' }]
	])('refuses what no cookie can hold: %s=%s %o', (name, value, options) => {
		expect(() => open().cookies.set(name, value, { path: '/', ...options })).toThrowError(
			expect.objectContaining({ code: 'cookie', cause: expect.any(TypeError) })
		);
	});

	it('serializes without setting', () => {
		const jar = open();
		expect(jar.cookies.serialize('a', '1', { path: '/' })).toBe(
			'a=1; Path=/; HttpOnly; Secure; SameSite=Lax'
		);
		expect(jar.headers()).toEqual([]);
	});
});

describe('a jar within a request', () => {
	it('sends the browser’s cookies and the new ones where they belong', () => {
		const jar = open('a=1; b=2');
		jar.cookies.set('c', 'x y', { path: '/api' });
		jar.cookies.delete('b', { path: '/' });
		expect(jar.headerFor(new URL('https://app.example/api/x'))).toBe('a=1; c=x%20y');
		expect(jar.headerFor(new URL('https://app.example/other'))).toBe('a=1');
	});

	it('takes over the cookies of an answer', () => {
		const jar = open();
		jar.adopt('s=a%20b; Path=/; HttpOnly; Secure; SameSite=Strict; Max-Age=60');
		jar.adopt('t=1');
		expect(jar.cookies.get('s')).toBe('a b');
		expect(jar.headers()[0]).toBe('s=a%20b; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Strict');
		expect(jar.headers()[1]).toBe('t=1; Path=/notes/1');
	});
});
