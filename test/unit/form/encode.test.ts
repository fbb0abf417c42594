import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { encode, urlencode } from '../../../src/form/sent/encode.ts';

const URLENCODED = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data';
const PLAIN = 'text/plain';

const entries = (...pairs: [name: string, value: string | File][]): FormData => {
	const formData = new FormData();
	for (const [name, value] of pairs) formData.append(name, value);
	return formData;
};

const photo = new File(['bytes'], 'photo 1.png', { type: 'image/png' });

describe('urlencoded', () => {
	it.each<[name: string, ReturnType<typeof entries>, body: string]>([
		['nothing', entries(), ''],
		['one entry', entries(['a', '1']), 'a=1'],
		['a name twice, in order', entries(['a', '2'], ['b', ''], ['a', '1']), 'a=2&b=&a=1'],
		['an empty name', entries(['', 'x']), '=x'],
		['space and reserved', entries(['a b', '+&=%/?#']), 'a+b=%2B%26%3D%25%2F%3F%23'],
		['what stays unescaped', entries(['a', "*-._~'()!"]), 'a=*-._%7E%27%28%29%21'],
		['UTF-8', entries(['é', '中💌']), '%C3%A9=%E4%B8%AD%F0%9F%92%8C'],
		['a lone surrogate', entries(['a', '\ud800']), 'a=%EF%BF%BD'],
		['NUL', entries(['a', '\0']), 'a=%00'],
		['LF', entries(['a', 'x\ny']), 'a=x%0D%0Ay'],
		['CR', entries(['a', 'x\ry']), 'a=x%0D%0Ay'],
		['CRLF', entries(['a', 'x\r\ny']), 'a=x%0D%0Ay'],
		['LF CR', entries(['a', '\n\r']), 'a=%0D%0A%0D%0A'],
		['CR CR LF', entries(['a', '\r\r\n']), 'a=%0D%0A%0D%0A'],
		['two LF', entries(['a', '\n\n']), 'a=%0D%0A%0D%0A'],
		['newlines in a name', entries(['a\nb\rc', 'd']), 'a%0D%0Ab%0D%0Ac=d'],
		['line separator, which is no newline', entries(['a', '\u2028\u0085']), 'a=%E2%80%A8%C2%85'],
		['a file, by its name', entries(['up', photo]), 'up=photo+1.png'],
		['no file chosen', entries(['up', new File([], '')]), 'up='],
		['a newline in a file name', entries(['up', new File([], 'a\nb')]), 'up=a%0D%0Ab']
	])('%s', (_, formData, body) => {
		expect(encode(formData, URLENCODED)).toEqual([body, URLENCODED]);
		expect(urlencode(formData)).toBe(body);
	});
});

describe('a chosen file in a form that sends no files', () => {
	const warningsFor = (enctype: string, file: File, href = 'http://localhost/'): unknown[] => {
		vi.stubGlobal('location', new URL(href));
		onTestFinished(() => void vi.unstubAllGlobals());
		const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
		onTestFinished(() => warn.mockRestore());
		encode(entries(['up', file]), enctype);
		return warn.mock.calls.flat();
	};

	it.each([URLENCODED, PLAIN])("%s: the developer's console says what is missing", (enctype) => {
		expect(warningsFor(enctype, photo)).toEqual([
			expect.stringMatching(/photo 1\.png.*enctype="multipart\/form-data"/)
		]);
	});

	it.each([
		['with the right enctype', MULTIPART, photo],
		['where none is chosen', URLENCODED, new File([], '')]
	])('%s it says nothing', (_, enctype, file) => {
		expect(warningsFor(enctype, file)).toEqual([]);
	});

	it('says nothing on the internet', () => {
		expect(warningsFor(URLENCODED, photo, 'https://app.example/')).toEqual([]);
	});
});

describe('text/plain', () => {
	it.each<[name: string, ReturnType<typeof entries>, body: string]>([
		['nothing', entries(), ''],
		['entries, a line each', entries(['a', '1'], ['b', '2']), 'a=1\r\nb=2\r\n'],
		['nothing is escaped', entries(['a', 'x y=&+%é💌']), 'a=x y=&+%é💌\r\n'],
		['newlines', entries(['n\r', 'l1\nl2']), 'n\r\n=l1\r\nl2\r\n'],
		['a file, by its name', entries(['up', photo]), 'up=photo 1.png\r\n']
	])('%s', (_, formData, body) => {
		expect(encode(formData, PLAIN)).toEqual([body, PLAIN]);
	});
});

describe('multipart', () => {
	it('is the entries themselves, and leaves type and boundary to the platform', () => {
		const formData = entries(['up', photo]);
		const [body, type] = encode(formData, MULTIPART);
		expect(body).toBe(formData);
		expect(type).toBeUndefined();
	});
});
