import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createClient, type Client } from '@libsql/client';

/** Every statement can run again on a database that has it, so a start is a migration. */
const schema = [
	`create table if not exists users (
		id text primary key,
		email text not null unique,
		password text not null,
		created_at integer not null
	)`,
	`create table if not exists sessions (
		token_hash text primary key,
		user_id text not null references users (id),
		expires_at integer not null
	)`,
	// The file is the last column: SQLite reads a row from the left and lists need not touch it.
	`create table if not exists notes (
		id text primary key,
		user_id text not null references users (id),
		title text not null,
		text text not null,
		pinned integer not null default 0,
		created_at integer not null,
		file_name text,
		file_size integer,
		file blob
	)`,
	`create index if not exists notes_of_user on notes (user_id, pinned, created_at)`,
	`create table if not exists subscribers (
		email text primary key,
		created_at integer not null
	)`
];

/** The path behind a `file:` URL, which may be relative; nothing for other schemes and for `:memory:`. */
const filePath = (url: string): string | undefined =>
	/^file:(?:\/\/(?=\/))?([^:?#]+)/.exec(url)?.[1];

/**
 * Makes a folder and those above it. Not by `recursive`: Node then tries for ever where a file
 * system knows no new folders and says ENOENT, as /proc does.
 */
const makeFolder = async (path: string): Promise<void> => {
	if (existsSync(path)) return;
	await makeFolder(dirname(path));
	await mkdir(path);
};

/**
 * Opens the database and brings its schema up to date.
 *
 * @param url       `file:` with a path (its folder is made), or `libsql:`, `http:`, `https:`
 * @param authToken for a remote database
 * @throws if the folder, the file or the server cannot be used; nothing is left open then
 */
export const openDatabase = async (url: string, authToken?: string): Promise<Client> => {
	const path = filePath(url);
	if (path) await makeFolder(dirname(decodeURIComponent(path)));
	// Without the time-out a second process that writes would fail us at once with SQLITE_BUSY.
	const client = createClient({ url, timeout: 5000, ...(authToken ? { authToken } : {}) });
	try {
		await client.batch(schema, 'write');
	} catch (error) {
		client.close();
		throw error;
	}
	return client;
};
