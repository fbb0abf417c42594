import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const modules = import.meta.glob<any>(
	['/demo/src/lib/server/{db,limits}.ts', '/demo/src/routes/notes/**/+{page.server,server}.ts'],
	{ eager: true }
);
const demo = (file: string) => modules[`/demo/src/${file}.ts`];
const db = demo('lib/server/db');
const { QUERY_LIMIT, FILE_NAME_LIMIT } = demo('lib/server/limits');

const folder = mkdtempSync(join(tmpdir(), 'softpost-database-'));
const url = `file:${join(folder, 'notes.db')}`;
let user: { id: string };
/** Another process with the same file. */
let other: ReturnType<typeof createClient>;

beforeAll(async () => {
	await db.open(url);
	other = createClient({ url });
	await db.createUser('ada@example.org', 'hash');
	({ user } = await db.getUser('ada@example.org'));
});
afterAll(async () => {
	await db.close();
	other.close();
	rmSync(folder, { recursive: true });
});

describe('a search', () => {
	it('does not keep others waiting, however long it takes', async () => {
		for (let note = 0; note < 40; note++) await db.addNote(user, 'Long', 'a'.repeat(10_000));
		let isOver = false;
		const search = db.listNotes(user, `${'a'.repeat(1000)}b`).then(() => (isOver = true));
		await new Promise(setImmediate);
		expect(isOver).toBe(false);
		await search;
	});

	it('finds words in titles and texts as they are written, in any case', async () => {
		await db.addNote(user, '100 % Wool', 'a_b\\c');
		for (const query of ['100 %', 'WOOL', 'wool', 'a_b', 'B\\C'])
			expect(await db.listNotes(user, query)).toMatchObject([{ title: '100 % Wool' }]);
		for (const query of ['1%l', 'aXb']) expect(await db.listNotes(user, query)).toEqual([]);
	});

	it('has a longest query; the page says so and searches nothing', async () => {
		const { load } = demo('routes/notes/+page.server');
		const ask = (length: number) =>
			load({
				url: new URL(`http://localhost/notes?q=${'a'.repeat(length)}`),
				locals: { user }
			});
		expect((await ask(QUERY_LIMIT)).notes).toHaveLength(40);
		const long = await ask(QUERY_LIMIT + 1);
		expect(long).toMatchObject({ notes: [], problem: expect.stringContaining(`${QUERY_LIMIT}`) });
		expect(long.query.length).toBe(QUERY_LIMIT);
	});
});

describe('a database that another process has locked', () => {
	it('is read in the meantime, and what is written waits for it', async () => {
		const before = (await db.listNotes(user, 'Waited')).length;
		const lock = await other.transaction('write');
		await lock.execute('update users set email = email');
		let isAdded = false;
		const adding = db.addNote(user, 'Waited', '').then(() => (isAdded = true));
		expect(await db.listNotes(user, 'Waited')).toHaveLength(before);
		expect((await db.getUser('ada@example.org'))?.user.id).toBe(user.id);
		expect(isAdded).toBe(false);
		await lock.commit();
		await adding;
		expect(await db.listNotes(user, 'Waited')).toHaveLength(before + 1);
	});
});

describe('the name of a file', () => {
	const { actions } = demo('routes/notes/+page.server');
	const { GET } = demo('routes/notes/[id]/file/+server');
	const noteOf = async (title: string): Promise<string> => {
		await db.addNote(user, title, '');
		return (await db.listNotes(user, title))[0].id;
	};
	const attach = (id: string, name: string) => {
		const body = new FormData();
		body.set('id', id);
		body.set('file', new File(['content'], name));
		return actions.attach({
			locals: { user },
			request: new Request('http://localhost/', { method: 'POST', body })
		});
	};
	const download = (id: string): Promise<Response> => GET({ locals: { user }, params: { id } });

	it.each(['a', '文', '🚢', "'"])(
		'of %s can be as long as may be, and is downloaded',
		async (mark) => {
			const id = await noteOf(`Longest ${mark}`);
			const name = mark.repeat(FILE_NAME_LIMIT / mark.length);
			expect(await attach(id, name)).toEqual({ message: `Attached ${name}` });
			const response = await download(id);
			expect(await response.text()).toBe('content');
			const [, encoded = ''] = /''(.+)$/.exec(response.headers.get('content-disposition')!)!;
			expect(decodeURIComponent(encoded)).toBe(name);
		}
	);

	it('is refused when it is longer', async () => {
		const id = await noteOf('Too long');
		expect(await attach(id, 'a'.repeat(FILE_NAME_LIMIT + 1))).toMatchObject({
			status: 400,
			data: { id, field: 'file', problem: expect.stringContaining(`${FILE_NAME_LIMIT}`) }
		});
	});

	it('is cut for a download where it was attached before there was a limit', async () => {
		const id = await noteOf('Old');
		await db.attachFile(user, id, new File(['old'], `${'🚢'.repeat(5000)}.txt`));
		const response = await download(id);
		expect(await response.text()).toBe('old');
		const header = response.headers.get('content-disposition')!;
		expect(header.length).toBeLessThan(4000);
		expect(decodeURIComponent(header)).toMatch(/''(🚢)+\.txt$/u);
	});
});
