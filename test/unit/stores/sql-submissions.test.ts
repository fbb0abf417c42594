import { createClient } from '@libsql/client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SubmissionStore } from '../../../src/server.ts';
import { sqlSubmissions } from '../../stores/sql-submissions.ts';
import { testApp } from '../server/setup.ts';

const db = createClient({ url: ':memory:' });
let store: Required<SubmissionStore>;

beforeAll(async () => {
	await db.execute(
		'create table submissions (key text primary key, value text not null, expires integer not null)'
	);
	store = sqlSubmissions(db) as Required<SubmissionStore>;
});
afterAll(() => db.close());

describe('a table', () => {
	it('does what a store has to do', async () => {
		const added = await Promise.all([1, 2, 3].map((value) => store.add('a', `${value}`, 60_000)));
		expect(added.filter(Boolean)).toHaveLength(1);
		await store.set('a', '1', 60_000);
		expect(await store.replace('a', '2', '3', 60_000)).toBe(false);
		expect(await store.replace('a', '1', 'ж😀', 60_000)).toBe(true);
		expect(await store.get('a')).toBe('ж😀');
		expect(await store.replace('a', 'ж😀', '', 0)).toBe(true);
		expect(await store.get('a')).toBeUndefined();
		await store.set('a', '1', 20);
		await vi.waitFor(async () => expect(await store.get('a')).toBeUndefined());
		expect(await store.add('a', '2', 60_000)).toBe(true);
		await store.delete('a');
		expect((await db.execute('select * from submissions')).rows).toHaveLength(0);
	});

	it('makes two servers run an action once', async () => {
		let runs = 0;
		const routes = { '/': { page: { actions: { default: () => ({ run: ++runs }) } } } };
		const apps = [1, 2].map(() => testApp(routes, { submissions: store }));
		const headers = { 'x-softpost-submission': '0123456789abcdef' };
		const copies = [...apps, ...apps].map((app) =>
			app.enhanced('/', new URLSearchParams('a=1'), { headers })
		);
		const answers = await Promise.all(copies.map(async (copy) => (await copy).text()));
		expect([runs, new Set(answers).size]).toEqual([1, 1]);
	});
});
