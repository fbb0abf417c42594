import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { InStatement } from '@libsql/client';
import { connectInThread, connectToServer, type Connection, type Result } from './connection.ts';

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

export interface Database {
	/** Runs a statement that only reads. */
	read: (statement: InStatement) => Promise<Result>;
	/** Runs a statement that writes, after those before it. */
	write: (statement: InStatement) => Promise<Result>;
	/** Closes it after the pending statements. */
	close: () => Promise<void>;
}

/** How many threads read a file. One that searches long must not hold up every other. */
const READERS = 2;

/** While one connection writes, even another program's, others read the previous state. */
const LOG = 'pragma journal_mode = wal';

const runOne = async (connection: Connection, statement: InStatement): Promise<Result> => {
	const [result] = await connection.run([statement]);
	return result as Result;
};

const leastBusy = (connections: Connection[]): Connection =>
	connections.reduce((one, other) => (other.pending < one.pending ? other : one));

/**
 * Opens the database and brings its schema up to date.
 *
 * A file is read and written in threads, one of which writes: a lock that another program holds makes those
 * wait who write, for up to five seconds, and nobody else.
 *
 * @param url       `file:` with a path (its folder is made), or `libsql:`, `http:`, `https:`
 * @param authToken for a remote database
 * @throws if the folder, the file or the server cannot be used; nothing is left open then
 */
export const openDatabase = async (url: string, authToken?: string): Promise<Database> => {
	const path = filePath(url);
	if (path) await makeFolder(dirname(decodeURIComponent(path)));
	// Without the time-out a second process that writes would fail us at once with SQLITE_BUSY.
	const config = { url, timeout: 5000, ...(authToken ? { authToken } : {}) };
	const connect = path ? connectInThread : connectToServer;
	const writer = connect(config);
	const readers = path ? Array.from({ length: READERS }, () => connect(config)) : [writer];
	const close = async (): Promise<void> => {
		await Promise.all([...new Set([writer, ...readers])].map((connection) => connection.close()));
	};
	try {
		await writer.run(path ? [LOG, ...schema] : schema);
	} catch (error) {
		await close();
		throw error;
	}

	return {
		read: (statement) => runOne(leastBusy(readers), statement),
		write: (statement) => runOne(writer, statement),
		close
	};
};
