import { describe, expect, it } from 'vitest';
import { isHttp } from '../../../src/protocol/is-http.ts';
import { actionName, actionPage } from '../../../src/protocol/wire.ts';

const at = (path: string): URL => new URL(path, 'https://app.example');

describe('actionName', () => {
	it.each<[path: string, name: string | null]>([
		['/login', null],
		['/login?', null],
		['/login?next=/', null],
		['/login?next=/&x', null],
		['/login?/register', 'register'],
		['/login?/register=', 'register'],
		['/login?/register=1', 'register'],
		['/login?%2Fregister', 'register'],
		['/login?%2fregister', 'register'],
		['/login?next=%2F&/register', 'register'],
		['/login?/register&/other', 'register'],
		['/login?/', ''],
		['/login?/a/b', 'a/b'],
		['/login?/caf%C3%A9', 'café'],
		['/login?/__proto__', '__proto__'],
		['/login#?/register', null]
	])('of %s is %j', (path, name) => {
		expect(actionName(at(path))).toBe(name);
	});
});

describe('actionPage', () => {
	it.each<[action: string, page: string]>([
		['/login', '/login'],
		['/login?/register', '/login'],
		['/login?/register=', '/login'],
		['/login?%2Fregister', '/login'],
		['/login?%2fregister&x=1', '/login?x=1'],
		['/login?/register&next=%2Fhome', '/login?next=%2Fhome'],
		['/login?next=%2Fhome&/register', '/login?next=%2Fhome'],
		['/login?a=1&/register&b=2', '/login?a=1&b=2'],
		['/login?/register&/other', '/login'],
		['/login?a=1&/register&/other&b=2', '/login?a=1&b=2'],
		['/login?/register#top', '/login#top'],
		['/login?a=/b', '/login?a=/b'],
		['/login?next=/a?/b&/register', '/login?next=/a?/b'],
		['/login?a=1+2&b=%20', '/login?a=1+2&b=%20'],
		['/a%2Fb?/save', '/a%2Fb']
	])('of %s is %s', (action, page) => {
		expect(actionPage(at(action)).href).toBe(at(page).href);
	});

	it('leaves the given URL as it is', () => {
		const action = at('/login?/register');
		actionPage(action);
		expect(action.search).toBe('?/register');
	});
});

describe('isHttp', () => {
	it.each([
		['http://a.example', true],
		['https://a.example', true],
		['HTTPS://a.example', true],
		['javascript:alert(1)', false],
		['data:text/html,x', false],
		['blob:https://a.example/1', false],
		['file:///etc/passwd', false],
		['mailto:a@b.example', false],
		['httpx://a.example', false],
		['about:blank', false]
	])('%s: %s', (url, expected) => {
		expect(isHttp(new URL(url))).toBe(expected);
	});
});
