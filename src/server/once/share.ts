import { hexadecimal } from '../../protocol/submission-id.ts';
import { joined } from '../body/body.ts';
import type { SubmissionStore } from '../store.ts';
import { claim, PATIENCE } from './claim.ts';
import type { Fate, Settled } from './hold.ts';
import type { SubmissionId } from './read-id.ts';
import type { Recording } from './recording.ts';
import { RetryLater } from './retry-later.ts';

/** The response that the copies of a submission in this process get. */
interface Attempt extends Settled {
	fate: Fate;
}

/** One that has come first, or that takes the place of one that broke off. */
interface Leader {
	isStalled: () => boolean;
	attempt: Promise<Attempt>;
}

/** A copy of a submission. */
export interface Copy {
	key: string;
	/** Runs the action. Never rejects. */
	run(): Promise<{ recording: Recording; fate: Fate }>;
	/** Whether its action waits for a client that does not send the rest of its form. */
	isStalled(): boolean;
}

/** One that has waited long enough for what it cannot see at `until`, as `Date.now()` counts. */
type Waiting = Copy & { until: number };

/**
 * The key of a submission: it reveals nothing about the id, and is valid for this URL and kind of answer alone.
 *
 * @param origins those of the app, where they are known. Not that of the URL: behind a proxy each server of an app
 *   may have another
 */
export const keyOf = async (
	{ url, method, headers }: Pick<Request, 'url' | 'method' | 'headers'>,
	origins: readonly string[] | null,
	{ words, content }: SubmissionId
): Promise<string> => {
	const { pathname, search } = new URL(url);
	const parts = [method, origins, pathname + search, headers.get('accept'), words];
	const bytes = joined([new TextEncoder().encode(JSON.stringify(parts)), content]);
	return hexadecimal(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource)));
};

/** A response that cannot be read to its end. The action must not run again for it. */
export const broken = (error: unknown): Recording => {
	console.error(error);
	return { status: 500, statusText: '', headers: [], body: 'Internal Error' };
};

/** Milliseconds between two looks at an action that runs. */
const PAUSE = 500;

/** Waits for another copy while it makes progress. */
const follow = async ({ isStalled, attempt }: Leader, until: number): Promise<Attempt> => {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const stalled = new Promise<never>((_resolve, reject) => {
		const look = (): void => {
			if (isStalled()) reject(new RetryLater());
			else timer = setTimeout(look, PAUSE);
		};
		timer = setTimeout(look, until - Date.now());
	});
	return Promise.race([attempt, stalled]).finally(() => clearTimeout(timer));
};

/** Runs an action in the name of all copies of its submission, or finds what another server has recorded. */
const lead = async (store: SubmissionStore, { key, run, until }: Waiting): Promise<Attempt> => {
	const found = await claim(store, key, until);
	if (!('settle' in found)) return { recording: found, over: Promise.resolve(), fate: 'kept' };
	const { recording, fate } = await run();
	return { ...(await found.settle(recording, fate)), fate };
};

/** Whether copies to come are given the same response. */
const isKept = (fate: Fate): boolean => fate === 'kept' || fate === 'failure';

/**
 * Makes the function that runs an action once, and gives every copy of its submission the same response.
 *
 * Kept for copies to come is the response of an action that came to a success, a failure or a redirect, whatever the
 * page that shows it came to. After an error, expected or not, and after a refusal, copies that are waiting get
 * the same response, and a later one runs the action again. What the store has not taken yet is kept here.
 *
 * @throws {RetryLater} (as a rejection, of what it returns) where it is unknown whether the submission has run
 */
export const createShare = (store: SubmissionStore): ((copy: Copy) => Promise<Recording>) => {
	const leaders = new Map<string, Leader>();

	const begin = (copy: Waiting): Leader => {
		const { key, isStalled } = copy;
		const leader = { isStalled, attempt: lead(store, copy) };
		const forget = (): void => void (leaders.get(key) === leader && leaders.delete(key));
		leader.attempt.then(
			({ fate, over }) => (isKept(fate) ? void over.then(forget) : forget()),
			forget
		);
		leaders.set(key, leader);
		return leader;
	};

	const share = async (copy: Waiting): Promise<Recording> => {
		const other = leaders.get(copy.key);
		if (!other) return (await begin(copy).attempt).recording;
		const { fate, recording } = await follow(other, copy.until);
		// One of those that waited takes the place of one that was dropped.
		return fate === 'dropped' ? share(copy) : recording;
	};

	return (copy) => share({ ...copy, until: Date.now() + PATIENCE });
};
