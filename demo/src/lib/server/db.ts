import { randomUUID } from 'node:crypto';
import type { InArgs } from '@libsql/client';
import type { Row } from './connection.ts';
import { openDatabase, type Database } from './database.ts';
import { newToken, tokenHash } from './token.ts';

/** How long a session lasts, in milliseconds: 30 days. */
export const SESSION_AGE = 30 * 24 * 60 * 60 * 1000;

export interface User {
	id: string;
	email: string;
	/** The name for the greeting: the e-mail address up to its `@`. */
	name: string;
}

export interface Note {
	id: string;
	title: string;
	text: string;
	pinned: boolean;
	created: Date;
	file: { name: string; size: number } | null;
}

let database: Database;

/** Opens the database that all functions here use; the server does so before it listens. */
export const open = async (url: string, authToken?: string): Promise<void> => {
	database = await openDatabase(url, authToken);
};

/** Closes it, after the last request. */
export const close = (): Promise<void> => database.close();

const rows = async (sql: string, args: InArgs): Promise<Row[]> =>
	(await database.read({ sql, args })).rows;

/** Runs a statement that writes; whether it found a row to write. */
const write = async (sql: string, args: InArgs): Promise<boolean> =>
	(await database.write({ sql, args })).rowsAffected > 0;

const userFrom = (row: Row): User => {
	const email = String(row.email);
	return { id: String(row.id), email, name: email.split('@')[0] ?? email };
};

/** The user of an e-mail address, with the password's hash. */
export const getUser = async (
	email: string
): Promise<{ user: User; password: string } | undefined> => {
	const [row] = await rows('select id, email, password from users where email = ?', [email]);
	return row && { user: userFrom(row), password: String(row.password) };
};

/** Makes an account; `false` if the address has one. */
export const createUser = (email: string, password: string): Promise<boolean> =>
	write('insert into users values (?, ?, ?, ?) on conflict do nothing', [
		randomUUID(),
		email,
		password,
		Date.now()
	]);

/** The data of the account page. */
export interface Account {
	email: string;
	created: Date;
	notes: number;
	/** The sessions that have not expired, this one among them. */
	sessions: number;
}

/** A user's account in figures. */
export const getAccount = async ({ id, email }: User): Promise<Account> => {
	const [row] = await rows(
		`select created_at,
			(select count(*) from notes where user_id = users.id) as notes,
			(select count(*) from sessions where user_id = users.id and expires_at > ?) as sessions
		from users where id = ?`,
		[Date.now(), id]
	);
	return {
		email,
		created: new Date(Number(row?.created_at)),
		notes: Number(row?.notes),
		sessions: Number(row?.sessions)
	};
};

/** Gives a user another password, as its hash. */
export const setPassword = ({ id }: User, password: string): Promise<boolean> =>
	write('update users set password = ? where id = ?', [password, id]);

/** Ends all sessions of a user. */
export const deleteSessions = ({ id }: User): Promise<boolean> =>
	write('delete from sessions where user_id = ?', [id]);

/** Starts a session; only the hash of its token is kept, so the table alone opens no account. */
export const createSession = async ({ id }: User): Promise<string> => {
	const now = Date.now();
	const token = newToken();
	await write('delete from sessions where expires_at <= ?', [now]);
	await write('insert into sessions values (?, ?, ?)', [tokenHash(token), id, now + SESSION_AGE]);
	return token;
};

/** The user whose session this is, if it is one and has not expired. */
export const getUserFromSession = async (token: string | undefined): Promise<User | null> => {
	if (!token) return null;
	const [row] = await rows(
		`select users.id, users.email from sessions join users on users.id = sessions.user_id
		where token_hash = ? and expires_at > ?`,
		[tokenHash(token), Date.now()]
	);
	return row ? userFrom(row) : null;
};

/** Ends a session. */
export const deleteSession = (token: string): Promise<boolean> =>
	write('delete from sessions where token_hash = ?', [tokenHash(token)]);

const noteFrom = (row: Row): Note => ({
	id: String(row.id),
	title: String(row.title),
	text: String(row.text),
	pinned: row.pinned === 1,
	created: new Date(Number(row.created_at)),
	file: row.file_name === null ? null : { name: String(row.file_name), size: Number(row.file_size) }
});

/** A user's notes, pinned ones first, then the newest; with a query, those that contain it. */
export const listNotes = async (user: User, query = ''): Promise<Note[]> => {
	// Not by `like`, which can take thirty times as long, and for which `%` and `_` mean something.
	const found = await rows(
		`select id, title, text, pinned, created_at, file_name, file_size from notes
		where user_id = ? and (instr(lower(title), lower(?)) or instr(lower(text), lower(?)))
		order by pinned desc, created_at desc, rowid desc`,
		[user.id, query, query]
	);
	return found.map(noteFrom);
};

/** One note of a user. */
export const getNote = async (user: User, id: string): Promise<Note | undefined> => {
	const [row] = await rows(
		`select id, title, text, pinned, created_at, file_name, file_size from notes
		where id = ? and user_id = ?`,
		[id, user.id]
	);
	return row && noteFrom(row);
};

/** Adds a note. */
export const addNote = (user: User, title: string, text: string): Promise<boolean> =>
	write('insert into notes (id, user_id, title, text, created_at) values (?, ?, ?, ?, ?)', [
		randomUUID(),
		user.id,
		title,
		text,
		Date.now()
	]);

/** Renames a user's note; `false` if it is not there. */
export const renameNote = (user: User, id: string, title: string): Promise<boolean> =>
	write('update notes set title = ? where id = ? and user_id = ?', [title, id, user.id]);

/** Pins a user's note or takes the pin off; `false` if it is not there. */
export const pinNote = (user: User, id: string, pinned: boolean): Promise<boolean> =>
	write('update notes set pinned = ? where id = ? and user_id = ?', [pinned, id, user.id]);

/** Deletes a user's note and its file; `false` if it is not there. */
export const deleteNote = (user: User, id: string): Promise<boolean> =>
	write('delete from notes where id = ? and user_id = ?', [id, user.id]);

/** Attaches a file to a user's note in the place of the one it has; `false` if it is not there. */
export const attachFile = async (user: User, id: string, file: File): Promise<boolean> =>
	write('update notes set file_name = ?, file_size = ?, file = ? where id = ? and user_id = ?', [
		file.name,
		file.size,
		await file.arrayBuffer(),
		id,
		user.id
	]);

/** The file of a user's note. */
export const getFile = async (
	user: User,
	id: string
): Promise<{ name: string; content: ArrayBuffer } | undefined> => {
	const [row] = await rows(
		'select file_name, file from notes where id = ? and user_id = ? and file_name is not null',
		[id, user.id]
	);
	return row && { name: String(row.file_name), content: row.file as ArrayBuffer };
};

/** Adds an address to the newsletter; once is enough. */
export const subscribe = (email: string): Promise<boolean> =>
	write('insert into subscribers values (?, ?) on conflict do nothing', [email, Date.now()]);
