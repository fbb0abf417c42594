import { describe, expect, it } from 'vitest';
import { redirect, type External, type Redirect } from '../../../src/server/thrown.ts';
import { checkedLocation, headerLocation } from '../../../src/server/run/target.ts';

const URL_HERE = new URL('http://inner:3000/notes/1?/save');
const ORIGINS = ['https://app.example'];

/** The outcome of `redirect()` in an action. */
const checked = (location: string, external: External = false): string => {
	try {
		return redirect(303, location, { external });
	} catch (thrown) {
		return checkedLocation(thrown as Redirect, URL_HERE, ORIGINS);
	}
};

describe('checkedLocation', () => {
	it.each([
		'/',
		'/login?next=%2F#top',
		'2',
		'?page=2',
		'#saved',
		'',
		'../x',
		'/a//b',
		'/.//evil.example',
		'/?u=https://evil.example/',
		'/café',
		'http://inner:3000/x',
		'https://app.example/x',
		'//inner:3000/x',
		'HTTPS://App.Example:443/x',
		'..//evil.example',
		'?//evil.example',
		'@evil.example',
		':80',
		'/%0d%0aset-cookie:%20a=b',
		// Full stops and spaces of other alphabets are part of a path, and no host begins there.
		'/\u3002/evil.example',
		'\u3000//evil.example',
		'\u200b//evil.example',
		'\ufeff//evil.example',
		'/\u2028/evil.example'
	])('lets "%s" through as it is', (location) => {
		expect(checked(location)).toBe(location);
	});

	it.each([
		'https://evil.example/',
		'//evil.example',
		'///evil.example',
		'/\\evil.example',
		'\\\\evil.example',
		'/\t/evil.example',
		'/\n/evil.example',
		'\u0000/evil',
		' //evil.example',
		'/x\r\nset-cookie: a=b',
		'/\u0085x',
		'/\ud800',
		'http:/evil.example\\@inner:3000',
		'https://inner:3000/',
		'http://inner:3001/',
		'http://app.example/',
		'https://app.example.evil.example/',
		'https://app.example@evil.example/',
		'javascript:alert(1)',
		'JaVaScRiPt:alert(1)',
		'data:text/html,x',
		'blob:http://inner:3000/1',
		'file:///etc/passwd',
		'mailto:a@b.example',
		'\\/\\/evil.example',
		'//evil\u3002example',
		'https://\uff45vil.example/',
		'http:///evil.example',
		'http:evil.example',
		'http:/evil.example',
		' http:evil.example',
		'HTTPS:evil.example',
		'http://user@inner:3000/',
		'https://:pw@app.example/',
		'https://evil.example#@app.example',
		'https://evil.example?@app.example/',
		'https://app.example./',
		'java\tscript:alert(1)',
		'javascript://inner:3000/%0aalert(1)',
		'vbscript:x',
		'view-source:http://inner:3000/',
		'ws://inner:3000/',
		'ftp://inner:3000/',
		'x:y',
		'/\u007f/evil.example',
		'/\u0009/evil.example',
		'./\\evil.example',
		'http://',
		'http://[::1'
	])('refuses %j', (location) => {
		expect(() => checked(location)).toThrow(
			expect.objectContaining({
				code: 'redirect_target',
				data: { location, origin: 'http://inner:3000' }
			})
		);
	});

	it('leaves the origin where that is allowed', () => {
		expect(checked('https://idp.example/x', true)).toBe('https://idp.example/x');
		expect(checked('//idp.example/x', ['http://idp.example'])).toBe('//idp.example/x');
		expect(checked('https://idp.example/x', ['https://a.example', 'https://idp.example'])).toBe(
			'https://idp.example/x'
		);
	});

	it('leaves it for no other origin of the list, nor for another scheme', () => {
		expect(() => checked('https://evil.example/', ['https://idp.example'])).toThrow(/external/);
		expect(() => checked('http://idp.example/', ['https://idp.example'])).toThrow(/external/);
		for (const location of [
			'javascript:alert(1)',
			'data:text/html,x',
			'blob:http://inner:3000/1',
			'/\\idp.example',
			'https:idp.example',
			'https://user@idp.example/',
			'//idp.example\t/'
		]) {
			expect(() => checked(location, true)).toThrow(/http\(s\) origin/);
			expect(() => checked(location, ['null', 'http://idp.example'])).toThrow(/http\(s\) origin/);
		}
	});
});

describe('headerLocation', () => {
	it.each([
		['/a?b=%20#c', '/a?b=%20#c'],
		['/café ü', '/caf%C3%A9%20%C3%BC'],
		['/😀', '/%F0%9F%98%80'],
		// Browsers strip these spaces too.
		['  /a ', '/a']
	])('writes %s as %s', (location, header) => {
		expect(headerLocation(location, URL_HERE)).toBe(header);
	});

	it('is never empty: Chromium would not follow it', () => {
		expect(headerLocation('', new URL('https://app.example/p?q=1'))).toBe('?q=1');
		expect(headerLocation('', new URL('https://app.example//evil.example'))).toBe('?');
	});
});
