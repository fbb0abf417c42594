import { describe, expect, it } from 'vitest';
import { Redirect, type External } from '../../../src/server/results.ts';
import { checkedLocation, headerLocation } from '../../../src/server/target.ts';

const URL_HERE = new URL('http://inner:3000/notes/1?/save');
const ORIGINS = ['https://app.example'];

const checked = (location: string, external?: External): string =>
	checkedLocation(new Redirect(303, location, external), URL_HERE, ORIGINS);

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
		'//inner:3000/x'
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
			'/\\idp.example'
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
		['/😀', '/%F0%9F%98%80']
	])('writes %s as %s', (location, header) => {
		expect(headerLocation(location)).toBe(header);
	});
});
