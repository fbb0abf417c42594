import type { RequestEvent } from '@sveltejs/kit';
import * as db from './db.ts';

const COOKIE = 'sessionid';

type Event = Pick<RequestEvent, 'cookies' | 'locals' | 'url'>;

/** Without TLS a secure cookie works on this machine in some browsers only; elsewhere it has to be one. */
const isLoopback = ({ hostname }: URL): boolean =>
	['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** The user this request comes from; `handle` asks once and puts the answer into `locals`. */
export const currentUser = ({ cookies }: Event): Promise<db.User | null> =>
	db.getUserFromSession(cookies.get(COOKIE));

/** Ends the session of this request. `handle` does not run again before `load`, so `locals` follows. */
export const endSession = async ({ cookies, locals }: Event): Promise<void> => {
	const token = cookies.get(COOKIE);
	if (token) await db.deleteSession(token);
	cookies.delete(COOKIE, { path: '/' });
	locals.user = null;
};

/** Starts a session in the place of the one there is: a token from before the log-in opens nothing after it. */
export const startSession = async (event: Event, user: db.User): Promise<void> => {
	await endSession(event);
	const token = await db.createSession(user);
	event.cookies.set(COOKIE, token, {
		path: '/',
		maxAge: db.SESSION_AGE / 1000,
		secure: !isLoopback(event.url)
	});
	event.locals.user = user;
};
