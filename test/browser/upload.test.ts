import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveFixture, type Site } from './harness.ts';
import { open, press, run, statusOf } from './reliability.ts';

const MIB = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const SIZE = 50 * MIB;

let site: Site;
/** What the action saw of its body, in order. */
let events: [event: string, bytes: number][] = [];
/** What is held after each ten MiB, in bytes. */
let memory: number[] = [];
/** How many bytes the action reads before it waits, and the promise it waits for. */
let pauseAt = Infinity;
let paused = Promise.resolve();
/** Whether a wall sends each POST back to its own URL. */
let isWalled = false;

const held = (): number => {
	collectGarbage();
	return process.memoryUsage().arrayBuffers;
};

const onUpload = async (event: string, bytes: number): Promise<void> => {
	events.push([event, bytes]);
	if (bytes > (memory.length + 1) * 10 * MIB) memory.push(held());
	if (bytes > pauseAt) await paused;
};

beforeAll(async () => {
	site = await serveFixture('reliability', {
		handle: ({ event, resolve }) => {
			Object.assign(event.locals, { onUpload });
			const { request, url } = event;
			if (isWalled && request.method === 'POST')
				return new Response(null, { status: 303, headers: { location: url.pathname } });
			return resolve(event);
		}
	});
});
afterAll(() => site.close());
beforeEach(() => {
	events = [];
	memory = [];
	pauseAt = Infinity;
	isWalled = false;
});

const openWithFile = async (): Promise<Page> => {
	const page = await open(site, '/upload');
	await run(
		page,
		`{
			const chosen = new DataTransfer();
			chosen.items.add(new File([new Uint8Array(${SIZE})], 'large'));
			document.querySelector('[type=file]').files = chosen.files;
		}`
	);
	return page;
};

const reports = (page: Page): Promise<{ loaded: number; total: number; fraction: number }[]> =>
	run(page, 'reports');

describe('an upload of 50 MiB with progress', () => {
	it('reports progress up to 100 %, and the server only has a small part in memory', async () => {
		const page = await openWithFile();
		const before = held();
		await press(page, 'Upload');
		const [text, bytes] = /Received (\d+) bytes/.exec(
			await page.getByText('Received').innerText()
		)!;
		expect(Number(bytes), text).toBeGreaterThan(SIZE);
		const told = await reports(page);
		expect(told.length).toBeGreaterThan(1);
		const loaded = told.map((report) => report.loaded);
		expect(loaded).toEqual(loaded.toSorted((a, b) => a - b));
		expect(told[0].fraction).toBeLessThan(1);
		expect(told.at(-1)).toEqual({ loaded: +bytes, total: +bytes, fraction: 1 });
		expect(memory.length).toBeGreaterThanOrEqual(4);
		expect(Math.max(...memory) - before).toBeLessThan(16 * MIB);
		await expect.poll(() => statusOf(page, 'upload')).toMatchObject({ pending: 0 });
		expect(await run(page, "kit.submission('upload').progress")).toBeNull();
	});

	it('can be aborted half-way: the server sees that, and the page keeps its file', async () => {
		const page = await openWithFile();
		let resume!: () => void;
		paused = new Promise((resolve) => (resume = resolve));
		pauseAt = SIZE / 4;
		await press(page, 'Upload');
		await expect.poll(() => events.at(-1)?.[1]).toBeGreaterThan(SIZE / 4);
		// The server may have read that much before the browser has said anything of it (at most each 50 ms).
		await expect.poll(() => reports(page)).not.toHaveLength(0);
		await run(page, 'abortUpload()');
		await expect.poll(() => statusOf(page, 'upload')).toMatchObject({ pending: 0 });
		resume();
		await expect.poll(() => events.at(-1)?.[0]).toBe('broken');
		expect(events.at(-1)![1]).toBeLessThan(SIZE);
		expect(await run(page, 'uploadResult.error.code')).toBe('aborted');
		expect((await reports(page)).at(-1)!.fraction).toBeLessThan(1);
		expect(await run(page, "document.querySelector('[type=file]').files[0].size")).toBe(SIZE);
	});
});

it('an upload with progress that is redirected to its own URL shows that page, as without progress', async () => {
	isWalled = true;
	const page = await open(site, '/upload');
	await press(page, 'Upload');
	await expect
		.poll(() => run(page, 'globalThis.uploadResult'))
		.toMatchObject({
			type: 'redirect',
			location: `${site.url}/upload`
		});
	await expect.poll(() => statusOf(page, 'upload')).toMatchObject({ pending: 0 });
	expect(await page.getByRole('heading').innerText()).toBe('Upload');
});
