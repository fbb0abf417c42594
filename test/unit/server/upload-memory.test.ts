import { expect, it } from 'vitest';
import { resultOf, testApp } from './setup.ts';

const MIB = 1024 * 1024;
const SIZE = 256 * MIB;
const CHUNK = 64 * 1024;

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A form with a file of `SIZE` bytes that are made when they are asked for. */
const upload = (onSent: (bytes: number) => void): ReadableStream<Uint8Array> => {
	const head = (parameters: string) =>
		`--BOUND\r\nContent-Disposition: form-data; ${parameters}\r\n\r\n`;
	let left = SIZE;
	return new ReadableStream(
		{
			start(controller) {
				const file = head('name="file"; filename="x"');
				controller.enqueue(encoded(`${head('name="before"')}1\r\n${file}`));
			},
			pull(controller) {
				left -= CHUNK;
				onSent(CHUNK);
				controller.enqueue(new Uint8Array(CHUNK).fill(left / CHUNK));
				if (left) return;
				controller.enqueue(encoded(`\r\n${head('name="after"')}2\r\n--BOUND--\r\n`));
				controller.close();
			}
		},
		{ highWaterMark: 0 }
	);
};

it('an upload of 256 MiB is read as it arrives, with little of it in memory', async () => {
	const memory = process.memoryUsage().rss;
	const most = { ahead: 0, memory: 0 };
	let sent = 0;
	let received = 0;
	const app = testApp({
		'/upload': {
			page: {
				config: { bodyLimit: 2 * SIZE },
				actions: {
					default: async ({ parts }) => {
						const found: unknown[] = [];
						for await (const { name, value, stream } of parts()) {
							for await (const chunk of stream ?? []) {
								received += chunk.byteLength;
								most.ahead = Math.max(most.ahead, sent - received);
								most.memory = Math.max(most.memory, process.memoryUsage.rss() - memory);
							}
							found.push(name, value ?? received);
						}
						return { found };
					}
				}
			}
		}
	});
	const response = await app.enhanced(
		'/upload',
		upload((bytes) => (sent += bytes)),
		{ headers: { 'content-type': 'multipart/form-data; boundary=BOUND' } }
	);
	expect(await resultOf(response)).toMatchObject({
		type: 'success',
		data: { found: ['before', '1', 'file', SIZE, 'after', '2'] }
	});
	// What is read ahead does not grow with the file.
	expect(most.ahead).toBeLessThan(MIB);
	expect(most.memory).toBeLessThan(SIZE / 2);
}, 60_000);
