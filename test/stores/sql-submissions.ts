import type { Client } from '@libsql/client';
import type { SubmissionStore } from '../../src/server.ts';

/** Keeps responses in a table, for all servers that share the database. */
export const sqlSubmissions = (db: Client, maxAge = 600_000): SubmissionStore => {
	const run = async (sql: string, ...args: (string | number)[]) => db.execute({ sql, args });
	return {
		maxAge,
		async add(key, value, age) {
			await run('delete from submissions where expires <= ?', Date.now());
			const insert = 'insert into submissions values (?, ?, ?) on conflict do nothing';
			return (await run(insert, key, value, Date.now() + age)).rowsAffected === 1;
		},
		async get(key) {
			const select = 'select value from submissions where key = ? and expires > ?';
			return (await run(select, key, Date.now())).rows[0]?.value as string | undefined;
		},
		set: (key, value, age) =>
			run('insert or replace into submissions values (?, ?, ?)', key, value, Date.now() + age),
		async replace(key, expected, value, age) {
			const update = 'update submissions set value = ?, expires = ? where key = ? and value = ?';
			return (await run(update, value, Date.now() + age, key, expected)).rowsAffected === 1;
		},
		delete: (key) => run('delete from submissions where key = ?', key)
	};
};
