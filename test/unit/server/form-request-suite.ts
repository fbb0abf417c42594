import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOfStream } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { formRequest, type FormRequest } from '../../../src/server/body/form-request.ts';

const post = (body: BodyInit | null, init: RequestInit = {}): FormRequest =>
	formRequest(
		new Request('http://localhost/', {
			method: 'POST',
			body,
			duplex: 'half',
			...init
		} as RequestInit)
	) as FormRequest;

/** A body of these chunks, and what becomes of it. */
const source = (...chunks: (string | Error)[]) => {
	const state = { pulled: 0, cancelled: undefined as unknown };
	const stream = new ReadableStream<Uint8Array>(
		{
			pull(controller) {
				const chunk = chunks[state.pulled++];
				if (chunk === undefined) controller.close();
				else if (typeof chunk === 'string') controller.enqueue(new TextEncoder().encode(chunk));
				else controller.error(chunk);
			},
			cancel(reason) {
				state.cancelled = reason;
			}
		},
		{ highWaterMark: 0 }
	);
	return { state, stream };
};

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

const thrownBy = (promise: Promise<unknown>): Promise<any> =>
	promise.then(
		() => null,
		(thrown) => thrown
	);

/** What holds for a request of app code, however the platform's own is made. */
export const formRequestSuite = (): void => {
	describe('peek()', () => {
		it.each([
			['all of a short body', ['ab', 'cd'], 'abcd', true],
			['all of a body of exactly the limit', ['abc', 'defgh'], 'abcdefgh', true],
			['no more than the limit, within a chunk', ['abcdefghijkl'], 'abcdefgh', false],
			['no more than the limit, over chunks', ['abc', 'def', 'ghi', 'jkl'], 'abcdefgh', false],
			['nothing of an empty body', [], '', true]
		])('sees %s, and leaves everything to be read', async (_what, chunks, prefix, complete) => {
			const request = post(source(...chunks).stream);
			const seen = await request.peek(8);
			expect([text(seen.bytes), seen.complete]).toEqual([prefix, complete]);
			expect(request.bodyUsed).toBe(false);
			expect(await request.text()).toBe(chunks.join(''));
		});

		it('sees nothing without a body', async () => {
			const request = post(null);
			expect(await request.peek(8)).toEqual({ bytes: new Uint8Array(), complete: true });
			expect(await request.text()).toBe('');
		});

		it('leaves the rest of the stream unread', async () => {
			const { state, stream } = source('abcde', 'fghij', 'klm', 'nop', 'qrs');
			const request = post(stream);
			await request.peek(8);
			expect(state.pulled).toBe(2);
			const reader = request.body!.getReader();
			await reader.read();
			expect(state.pulled).toBe(2);
			expect(text((await reader.read()).value!)).toBe('fghij');
			expect(text((await reader.read()).value!)).toBe('klm');
			expect(state.pulled).toBeLessThan(6);
		});

		it('leaves a form readable as it was', async () => {
			const form = new FormData();
			form.set('a', '1');
			form.set('file', new File([new Uint8Array(100_000)], 'a.bin', { type: 'x/y' }));
			const request = post(form);
			await request.peek(1000);
			const read = await request.formData();
			expect(read.get('a')).toBe('1');
			expect(read.get('file')).toMatchObject({ name: 'a.bin', type: 'x/y', size: 100_000 });
		});

		it('lets a body that breaks break for its reader', async () => {
			for (const chunks of [
				['ab', new Error('gone')],
				['abcdefghijkl', new Error('gone')]
			]) {
				const request = post(source(...chunks).stream, { headers: FORM });
				await request.peek(8);
				expect(await thrownBy(request.clone().formData())).toMatchObject({ message: 'gone' });
				await expect(request.text()).rejects.toThrow('gone');
			}
		});
	});

	describe('a FormRequest', () => {
		it('passes on that nobody wants the rest', async () => {
			const { state, stream } = source('abcdefghijkl', 'more', 'and more');
			const request = post(stream);
			await request.peek(8);
			await request.body!.cancel('enough');
			expect(state.cancelled).toBe('enough');
		});

		it('keeps the method, the headers and the signal, and gives them to a clone', async () => {
			const controller = new AbortController();
			const request = post('abc', { headers: { 'x-a': '1' }, signal: controller.signal });
			const clone = request.clone();
			for (const { method, headers } of [request, clone])
				expect([method, headers.get('x-a')]).toEqual(['POST', '1']);
			controller.abort();
			expect([request.signal.aborted, clone.signal.aborted]).toEqual([true, true]);
		});

		it('is read as a form once, by whichever way', async () => {
			const ways: ((request: FormRequest) => Promise<unknown>)[] = [
				(request) => request.formData(),
				(request) => request.text(),
				async (request) => request.body!.getReader()
			];
			for (const way of ways) {
				const request = post('a=1', { headers: FORM });
				await way(request);
				expect(await thrownBy(request.formData())).toBeInstanceOf(TypeError);
				expect(await thrownBy(request.text())).toBeInstanceOf(TypeError);
			}
		});

		it('says that its form was read', async () => {
			const request = post('a=1', { headers: FORM });
			expect(request.bodyUsed).toBe(false);
			await request.formData();
			expect(request.bodyUsed).toBe(true);
		});

		it('is what the platform takes for a request, with its body', async () => {
			const request = post('a=1', { headers: FORM });
			const copy = new Request(request, { headers: { ...FORM, 'x-a': '1' } });
			expect([copy.url, copy.method, copy.headers.get('x-a')]).toEqual([request.url, 'POST', '1']);
			expect([...(await copy.formData())]).toEqual([['a', '1']]);
		});

		it('is sent by fetch, with its body', async () => {
			const server = createServer(async (request, response) => {
				response.end(
					[request.method, request.headers['x-a'], await textOfStream(request)].join(' ')
				);
			});
			await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
			const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
			const init = { method: 'POST', headers: { 'x-a': '1' }, body: 'a=1' };
			const response = await fetch(formRequest(new Request(url, init)));
			expect(await response.text()).toBe('POST 1 a=1');
			server.close();
		});

		it('aborts its copies with its client', () => {
			const controller = new AbortController();
			const request = post('abc', { signal: controller.signal });
			const copy = new Request(request);
			controller.abort();
			expect(copy.signal.aborted).toBe(true);
		});

		it('is a Request in all that can be asked of one', async () => {
			const request = post('{"a":1}');
			expect(request).toBeInstanceOf(Request);
			expect(Object.prototype.toString.call(request)).toBe('[object Request]');
			expect([request.credentials, request.redirect]).toEqual(['same-origin', 'follow']);
			expect(await request.json()).toEqual({ a: 1 });
			expect(new Uint8Array(await post('ab').arrayBuffer())).toEqual(new Uint8Array([97, 98]));
			expect(await (await post('ab').blob()).text()).toBe('ab');
		});

		it('hands on headers that were set on it', async () => {
			const request = post('a=1', { headers: FORM });
			request.headers.set('x-a', '1');
			expect(new Request(request.clone()).headers.get('x-a')).toBe('1');
			request.headers.set('x-a', '2');
			expect(new Request(request).headers.get('x-a')).toBe('2');
		});

		it('has no clone once it has been read', async () => {
			const request = post('a=1', { headers: FORM });
			await request.formData();
			expect(() => request.clone()).toThrow(TypeError);
			expect(await thrownBy(new Response(request.body).text())).toBeInstanceOf(TypeError);
		});

		it('reads by the default limits before the app has set its own', async () => {
			const body = Array.from({ length: 1001 }, () => 'a').join('&');
			const request = post(body, { headers: FORM });
			expect(await thrownBy(request.formData())).toMatchObject({ code: 'body_limit' });
		});

		it('stays what it is while nobody has touched it, and is read again where somebody has', async () => {
			const request = post('a=1', { headers: FORM });
			expect(formRequest(request)).toBe(request);
			const clone = request.clone();
			expect(await clone.text()).toBe('a=1');
			const again = formRequest(request) as FormRequest;
			expect(again).not.toBe(request);
			expect(text((await again.peek(8)).bytes)).toBe('a=1');
			expect([...(await again.formData())]).toEqual([['a', '1']]);
		});
	});
};
