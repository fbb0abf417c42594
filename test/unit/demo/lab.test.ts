import { expect, it } from 'vitest';
import { resultOf, testApp } from '../server/setup.ts';

const modules = import.meta.glob<any>('/demo/src/routes/lab/+page.server.ts', { eager: true });
const { load, actions } = modules['/demo/src/routes/lab/+page.server.ts'];
const app = testApp({ '/lab': { page: { load, actions } } });

const count = (headers: Record<string, string>, signal?: AbortSignal) =>
	app.enhanced('/lab?/count', new URLSearchParams(), { headers, ...(signal && { signal }) });
const counted = (): number => load({ url: new URL('http://localhost/lab') }).count;

it('a press is counted once for all its copies, also where the first connection drops', async () => {
	const before = counted();
	const id = { 'x-softpost-submission': '0123456789abcdef0123456789abcdef' };
	const dropping = new AbortController();
	const first = count(id, dropping.signal);
	const copy = count(id);
	dropping.abort();
	expect((await first).ok).toBe(false);
	expect((await resultOf(await copy)).type).toBe('success');
	expect(counted()).toBe(before + 1);
});

it('a press that was taken back is not counted, and no success', async () => {
	const before = counted();
	const dropping = new AbortController();
	const press = count({}, dropping.signal);
	dropping.abort();
	expect((await press).ok).toBe(false);
	expect(counted()).toBe(before);
});
