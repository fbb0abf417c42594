import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openCookies } from '../../../src/server/visit/cookies.ts';

const open = (sent: string | null = null, href = 'https://app.example/notes/1') =>
	openCookies(sent, new URL(href));

describe('cookies.set and delete after the response', () => {
	it.each(['set', 'delete'] as const)('%s says in the log that the cookie is lost', (name) => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		onTestFinished(() => log.mockRestore());
		const { cookies, headers } = open();
		cookies.set('early', 'x', { path: '/' });
		expect(headers()).toHaveLength(1);
		expect(log).not.toHaveBeenCalled();
		if (name === 'set') cookies.set('late', 'x', { path: '/' });
		else cookies.delete('late', { path: '/' });
		expect(log).toHaveBeenCalledExactlyOnceWith(
			expect.objectContaining({
				code: 'cookie',
				message: expect.stringMatching(/"late".*response.*await/i)
			})
		);
	});
});

describe('cookies.get and getAll', () => {
	it("read the browser's values, decoded", () => {
		const { cookies } = open('a=1; b=%20x');
		expect(cookies.get('a')).toBe('1');
		expect(cookies.get('b')).toBe(' x');
		expect(cookies.get('c')).toBeUndefined();
		expect(cookies.getAll()).toEqual([
			{ name: 'a', value: '1' },
			{ name: 'b', value: ' x' }
		]);
	});

	it('use the given decode function', () => {
		const decode = (value: string) => `<${value}>`;
		expect(open('a=%20').cookies.get('a', { decode })).toBe('<%20>');
		expect(open('a=%20').cookies.getAll({ decode })).toEqual([{ name: 'a', value: '<%20>' }]);
	});

	it('find nothing of a prototype', () => {
		expect(open('a=1').cookies.get('toString')).toBeUndefined();
		expect(open(null).cookies.get('__proto__')).toBeUndefined();
	});

	it('see the values that this request has set', () => {
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

	it('no longer see deleted or expired cookies', () => {
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

	it('keeps its defaults if an option is undefined', () => {
		const options = { path: '/', httpOnly: undefined, secure: undefined, sameSite: undefined };
		expect(header('https://app.example/', 's', '1', options as never)).toBe(
			's=1; Path=/; HttpOnly; Secure; SameSite=Lax'
		);
	});

	it.each([
		['__Host-s', { path: '/x' }, /path: '\/' \} and no domain/],
		['__Host-s', { domain: 'app.example' }, /no domain/],
		['__Host-s', { secure: false }, /secure: true/],
		['__HOST-s', { path: '/x' }, /no domain/],
		['__Secure-s', { secure: false }, /secure: true/],
		['__secure-s', { secure: false }, /secure: true/],
		['s', { secure: false, sameSite: 'none' as const }, /sameSite: 'none'/],
		['s', { secure: false, sameSite: 'None' as never }, /sameSite: 'none'/],
		['s', { secure: false, partitioned: true }, /partitioned: true/]
	])('refuses cookies that browsers drop: %s %o', (name, options, reason) => {
		for (const set of ['set', 'serialize', 'delete'] as const) {
			const given = { path: '/', ...options };
			const call = () =>
				set === 'delete'
					? open().cookies.delete(name, given)
					: open().cookies[set](name, '1', given);
			expect(call).toThrowError(
				expect.objectContaining({ code: 'cookie', message: expect.stringMatching(reason) })
			);
		}
	});

	it('lets through what browsers keep', () => {
		const at = 'https://app.example/';
		expect(header(at, '__Host-s', '1', { path: '/' })).toContain('; Secure');
		expect(header(at, '__Secure-s', '1', { path: '/x', domain: 'app.example' })).toContain(
			'Secure'
		);
		expect(header(at, 's', '1', { path: '/', sameSite: 'none' })).toContain('SameSite=None');
		expect(header(at, 's', '1', { path: '/', partitioned: true })).toContain('Partitioned');
		expect(header('http://localhost/', '__Host-s', '1', { path: '/' })).toContain('Secure');
	});

	it.each([undefined, null, 1, {}])('refuses the value %s, which would be a text', (value) => {
		expect(() => open().cookies.set('a', value as never, { path: '/' })).toThrowError(
			expect.objectContaining({
				code: 'cookie',
				message: expect.stringContaining('must be a string')
			})
		);
	});

	it('encodes characters that would end a cookie or a header', () => {
		expect(header('http://localhost/', 's', '\r\nset-cookie: a=b;"\\,é\0', { path: '/' })).toBe(
			's=%0D%0Aset-cookie%3A%20a%3Db%3B%22%5C%2C%C3%A9%00; Path=/; HttpOnly; SameSite=Lax'
		);
	});

	it('deletes by name, path and domain, for browsers and for this request', () => {
		const jar = open('a=1');
		jar.cookies.set('a', '2', { path: '/' });
		jar.cookies.delete('a', { path: '/x', domain: 'app.example' });
		expect(jar.cookies.get('a')).toBe('2');
		jar.cookies.delete('a', { path: '/', maxAge: 60 } as never);
		expect(jar.cookies.get('a')).toBeUndefined();
		expect(jar.headers()).toEqual([
			'a=; Max-Age=0; Domain=app.example; Path=/x; HttpOnly; Secure; SameSite=Lax',
			'a=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax'
		]);
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
		expect(() => cookies.set('a', '1', { path: null as never })).toThrowError(/pass a path/);
		expect(() => cookies.delete('a', {} as never)).toThrowError(/path/);
		expect(() => cookies.serialize('a', '1', {} as never)).toThrowError(/path/);
	});

	it('refuses cookies that browsers drop: more than 4096 bytes of name and value', () => {
		const { cookies } = open();
		expect(() => cookies.set('a', 'x'.repeat(4095), { path: '/' })).not.toThrow();
		expect(() => cookies.set('a', 'x'.repeat(4096), { path: '/' })).toThrowError(/4096 bytes/);
		expect(() => cookies.set('a', 'é'.repeat(700), { path: '/' })).toThrowError(/4096 bytes/);
	});

	it.each([
		['a;b', '1', {}],
		['', '1', {}],
		['a b', '1', {}],
		['a=b', '1', {}],
		['é', '1', {}],
		['a\r\nb', '1', {}],
		['a', 'x;y', { encode: (value: string) => value }],
		['a', '1', { sameSite: 'bogus' as never }],
		['a', '1', { expires: new Date(NaN) }],
		['a', '1', { path: '/é' }],
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

	it('takes over the cookies of a response', () => {
		const jar = open();
		jar.adopt('s=a%20b; Path=/; HttpOnly; Secure; SameSite=Strict; Max-Age=60');
		jar.adopt('t=1');
		expect(jar.cookies.get('s')).toBe('a b');
		expect(jar.headers()[0]).toBe('s=a%20b; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Strict');
		expect(jar.headers()[1]).toBe('t=1; Path=/notes/1');
	});
});
