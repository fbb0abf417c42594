import { describe, expect, it } from 'vitest';
import { fromText, record, replay, toText } from '../../../src/server/once/recording.ts';
import { toResponse, WholeAnswer } from '../../../src/server/answer.ts';

const bytesOf = async (body: BodyInit | null): Promise<Uint8Array> => {
	const text = toText(await record(new Response(body)));
	return new Uint8Array(await toResponse(replay(fromText(text))).arrayBuffer());
};

const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);

describe('a recorded response', () => {
	it.each([
		['text', new TextEncoder().encode('a “page” with ж, 😀 and \u0000')],
		['a text with a byte order mark', new TextEncoder().encode('\uFEFFa')],
		['every byte', every],
		['half a character', new Uint8Array([0xe2, 0x82])],
		['nothing', new Uint8Array()],
		['more than a call takes as arguments', new Uint8Array(300_000).fill(0xff)]
	])('has the same bytes: %s', async (_what, bytes) => {
		expect(await bytesOf(bytes)).toEqual(bytes);
	});

	it('has the same headers, each cookie apart', async () => {
		const headers = new Headers({ 'content-type': 'text/html', vary: 'accept' });
		headers.append('set-cookie', 'a=1');
		headers.append('set-cookie', 'b=2');
		for (const given of [headers, { 'content-type': 'text/html', vary: 'accept' }]) {
			const answer = new WholeAnswer('', { status: 200, headers: given });
			const again = replay(fromText(toText(await record(answer))));
			expect(again.fields).toEqual(answer.fields);
			expect([...again.headers]).toEqual([...new Headers(given)]);
		}
	});

	it('says of a failure that it is one', async () => {
		const recording = await record(new Response('a'));
		expect(toText(recording, true)[0]).toBe('!');
		expect(fromText(toText(recording, true))).toEqual(fromText(toText(recording)));
	});

	it.each([
		['text', 'ж'.repeat(500_000)],
		['bytes', new Uint8Array(1_000_000).fill(0xff)]
	])('costs about what it costs to send it: %s', async (_what, body) => {
		const text = toText(await record(new Response(body)));
		const started = process.cpuUsage();
		for (let copy = 0; copy < 10; copy++) await toResponse(replay(fromText(text))).arrayBuffer();
		const { user } = process.cpuUsage(started);
		// Microseconds for ten of a megabyte. Byte by byte it was 337 ms for one.
		expect(user / 10).toBeLessThan(40_000);
	});
});
