import { describe, expect, it } from 'vitest';
import { readPrefix } from '../../../src/server/body-prefix.ts';

const post = (body: BodyInit | null, init: RequestInit = {}): Request =>
	new Request('http://localhost/', {
		method: 'POST',
		body,
		duplex: 'half',
		...init
	} as RequestInit);

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

describe('readPrefix', () => {
	it.each([
		['all of a short body', ['ab', 'cd'], 'abcd', true],
		['all of a body of exactly the limit', ['abc', 'defgh'], 'abcdefgh', true],
		['no more than the limit, within a chunk', ['abcdefghijkl'], 'abcdefgh', false],
		['no more than the limit, over chunks', ['abc', 'def', 'ghi', 'jkl'], 'abcdefgh', false],
		['nothing of an empty body', [], '', true]
	])('reads %s, and hands everything on', async (_what, chunks, prefix, complete) => {
		const prefixed = await readPrefix(post(source(...chunks).stream), 8);
		expect([text(prefixed.prefix), prefixed.complete]).toEqual([prefix, complete]);
		expect(await prefixed.request.text()).toBe(chunks.join(''));
	});

	it('reads nothing where there is no body', async () => {
		const request = post(null);
		const prefixed = await readPrefix(request, 8);
		expect(prefixed).toEqual({ request, prefix: new Uint8Array(), complete: true });
		expect(prefixed.request).toBe(request);
	});

	it('leaves the rest of the stream unread', async () => {
		const { state, stream } = source('abcde', 'fghij', 'klm', 'nop', 'qrs');
		const { request } = await readPrefix(post(stream), 8);
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
		const { request } = await readPrefix(post(form), 1000);
		const read = await request.formData();
		expect(read.get('a')).toBe('1');
		expect(read.get('file')).toMatchObject({ name: 'a.bin', type: 'x/y', size: 100_000 });
	});

	it('lets a body that breaks break for its reader', async () => {
		for (const chunks of [
			['ab', new Error('gone')],
			['abcdefghijkl', new Error('gone')]
		]) {
			const { request } = await readPrefix(post(source(...chunks).stream), 8);
			await expect(request.text()).rejects.toThrow('gone');
		}
	});

	it('passes on that nobody wants the rest', async () => {
		const { state, stream } = source('abcdefghijkl', 'more', 'and more');
		const { request } = await readPrefix(post(stream), 8);
		await request.body!.cancel('enough');
		expect(state.cancelled).toBe('enough');
	});

	it('keeps the method, the headers and the signal', async () => {
		const controller = new AbortController();
		const { request } = await readPrefix(
			post('abc', { headers: { 'x-a': '1' }, signal: controller.signal }),
			8
		);
		expect([request.method, request.headers.get('x-a')]).toEqual(['POST', '1']);
		controller.abort();
		expect(request.signal.aborted).toBe(true);
	});
});
