import { describe, expect, it } from 'vitest';
import { formRequest } from '../../../src/server/body/form-request.ts';
import { limitBody as limitBodyTo } from '../../../src/server/body/limit-body.ts';
import { limitsOf } from '../../../src/server/body/limits.ts';
import { mediaType } from '../../../src/server/body/media-type.ts';
import { parsePlainForm } from '../../../src/server/body/text-form.ts';

const limitBody = (received: Request, bodyLimit: number) => {
	const request = formRequest(received);
	return { request, ...limitBodyTo(request, limitsOf({ bodyLimit })) };
};

const typed = (type: string): Request =>
	new Request('http://localhost/', {
		method: 'POST',
		body: 'x',
		headers: { 'content-type': type }
	});

describe('mediaType', () => {
	it.each([
		['text/plain', 'text/plain'],
		['Application/X-WWW-Form-URLencoded ; charset=UTF-8', 'application/x-www-form-urlencoded'],
		['multipart/form-data; boundary=x', 'multipart/form-data'],
		['text/plain; application/json', 'text/plain'],
		[';', null]
	])('of "%s" is %s', (type, essence) => {
		expect(mediaType(typed(type))).toBe(essence);
	});

	it('is null without a content type', () => {
		expect(mediaType(new Request('http://localhost/'))).toBeNull();
	});
});

describe('parsePlainForm', () => {
	it.each([
		['nothing', '', []],
		['one entry', 'a=1\r\n', [['a', '1']]],
		[
			'several, names repeated',
			'a=1\r\na=2\r\nb=\r\n',
			[
				['a', '1'],
				['a', '2'],
				['b', '']
			]
		],
		['an equals sign in a value', 'a=1=2\r\n', [['a', '1=2']]],
		['characters that other encodings escape', 'a=+%20&é\r\n', [['a', '+%20&é']]],
		['an empty name', '=1\r\n', [['', '1']]],
		[
			'a value of several lines',
			'a=1\r\n2\r\n\r\nb=3\r\n',
			[
				['a', '1\r\n2\r\n'],
				['b', '3']
			]
		],
		['a last value that ends in a newline', 'a=1\r\n\r\n', [['a', '1\r\n']]],
		['a first line that is no entry', 'x\r\na=1\r\n', [['a', '1']]],
		['no newline at the end', 'a=1', [['a', '1']]]
	])('reads %s', (_what, body, entries) => {
		expect(parsePlainForm(body)).toEqual(entries);
	});
});

const chunks = (...sizes: number[]): ReadableStream<Uint8Array> =>
	new ReadableStream({
		start(controller) {
			for (const size of sizes) controller.enqueue(new Uint8Array(size));
			controller.close();
		}
	});

const streamed = (body: ReadableStream, headers = {}): Request =>
	new Request('http://localhost/', {
		method: 'POST',
		body,
		headers,
		duplex: 'half'
	} as RequestInit);

describe('limitBody', () => {
	it('lets a body of exactly the limit through', async () => {
		const { request, check, error } = limitBody(streamed(chunks(6, 4)), 10);
		expect((await request.arrayBuffer()).byteLength).toBe(10);
		expect(check).not.toThrow();
		expect(error()).toBeNull();
	});

	it('cuts a longer one off, whatever its content-length', async () => {
		const { request, check } = limitBody(streamed(chunks(6, 5), { 'content-length': '2' }), 10);
		expect(check).not.toThrow();
		await expect(request.text()).rejects.toThrow();
		expect(check).toThrow(
			expect.objectContaining({
				status: 413,
				body: { message: expect.stringContaining('10 bytes') }
			})
		);
	});

	it('knows at once when the length it says is too large', () => {
		const { check } = limitBody(streamed(chunks(1), { 'content-length': '11' }), 10);
		expect(check).toThrow(expect.objectContaining({ status: 413 }));
	});

	it('stops reading when the limit is passed', async () => {
		let pulled = 0;
		const endless = new ReadableStream({
			pull(controller) {
				pulled += 1;
				controller.enqueue(new Uint8Array(4));
			}
		});
		await expect(limitBody(streamed(endless), 10).request.text()).rejects.toThrow();
		const after = pulled;
		await new Promise((resolve) => setTimeout(resolve, 10));
		expect(pulled).toBe(after);
		expect(pulled).toBeLessThan(10);
	});

	it('has no limit with Infinity', async () => {
		const { request } = limitBody(streamed(chunks(2 ** 21)), Infinity);
		expect((await request.arrayBuffer()).byteLength).toBe(2 ** 21);
	});

	it('keeps method, URL, headers and signal', () => {
		const { signal } = new AbortController();
		const init = { method: 'PUT', body: 'x', headers: { cookie: 'a=1', 'x-y': 'z' }, signal };
		const { request } = limitBody(new Request('http://localhost/p?q', init), 10);
		expect(request).toMatchObject({ method: 'PUT', url: 'http://localhost/p?q' });
		expect(request.headers.get('cookie')).toBe('a=1');
		expect(request.headers.get('x-y')).toBe('z');
	});

	it('leaves a request without a body alone', () => {
		const request = new Request('http://localhost/');
		expect(limitBody(request, 0).request).toBe(request);
	});

	it.each([0, 1, 3_000_001])('reads a file of %i bytes as it was sent', async (size) => {
		const sent = Uint8Array.from({ length: size }, (_, index) => (index * 7919) >> 5);
		const body = new FormData();
		body.append('file', new File([sent], 'x.bin', { type: 'image/x' }));
		const init = { method: 'POST', body };
		const { request } = limitBody(new Request('http://localhost/', init), Infinity);
		const file = (await request.formData()).get('file') as File;
		expect([file.name, file.type, file.size]).toEqual(['x.bin', 'image/x', size]);
		expect(Buffer.compare(Buffer.from(await file.arrayBuffer()), sent)).toBe(0);
	});

	it('reads forms of all three encodings', async () => {
		const entries = async (type: string, body: BodyInit) => {
			const init = { method: 'POST', body, headers: type ? { 'content-type': type } : {} };
			return [
				...(await limitBody(new Request('http://localhost/', init), 1000).request.formData())
			];
		};
		const form = new FormData();
		form.append('a', 'b c');
		expect(await entries('', form)).toEqual([['a', 'b c']]);
		expect(await entries('Application/x-www-form-urlencoded; charset=utf-8', 'a=b+c')).toEqual([
			['a', 'b c']
		]);
		expect(await entries('Text/Plain; charset=utf-8', 'a=b c\r\n')).toEqual([['a', 'b c']]);
	});
});
