import { headerOf, type Headed } from '../http.ts';
import type { SubmissionStore } from '../store.ts';
import { claim, PATIENCE } from './claim.ts';
import { sha256 } from './digest.ts';
import type { Fate, Settled } from './hold.ts';
import type { SubmissionId } from './find-id.ts';
import type { Recording } from './recording.ts';
import { RetryLater } from './retry-later.ts';

/** The response that the copies of a submission in this process get. */
interface Attempt extends Settled {
	fate: Fate;
}

/** The copy that runs the action: the first to arrive, or the next one if that broke off. */
interface Leader {
	isStalled: () => boolean;
	attempt: Promise<Attempt>;
}

/** A leader in the table. */
interface Place {
	leader: Leader | null;
}

/** A copy of a submission. */
export interface Copy {
	key: string;
	/** Runs the action. Never rejects. */
	run(): Promise<{ recording: Recording; fate: Fate }>;
	/** Whether its action is waiting for the client to send the rest of its form. */
	isStalled(): boolean;
}

/** `until`: when it stops waiting for another server or a stalled action, as `Date.now()` counts. */
type Waiting = Copy & { until: number };

/**
 * The key of a submission: it reveals nothing about the id, and differs by URL and by the `accept` header.
 *
 * @param origins the app's origins, if known. The URL's own origin does not count: behind a proxy each server of an
 *   app may see another one
 */
export const keyOf = (
	request: Headed & Pick<Request, 'url' | 'method'>,
	origins: readonly string[] | null,
	{ words, content }: SubmissionId
): Promise<string> => {
	const { pathname, search } = new URL(request.url);
	const accept = headerOf(request, 'accept');
	const parts = [request.method, origins, pathname + search, accept, words];
	return sha256(JSON.stringify(parts), content);
};

/** The recording of a response whose body fails. The action has run, and must not run again. */
export const broken = (error: unknown): Recording => {
	console.error(error);
	return { status: 500, statusText: '', headers: [], body: 'Internal Error' };
};

/** Milliseconds between two looks at a running action. */
const PAUSE = 500;

/** Waits for another copy as long as that makes progress. */
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

/** Runs an action for all copies of its submission, or finds the response that another server has recorded. */
const lead = async (store: SubmissionStore, { key, run, until }: Waiting): Promise<Attempt> => {
	const found = await claim(store, key, until);
	if (!('settle' in found)) return { recording: found, over: Promise.resolve(), fate: 'kept' };
	const { recording, fate } = await run();
	const settled = await found.settle(recording, fate);
	return { recording: settled.recording, over: settled.over, fate };
};

/** Whether later copies get the same response. */
const isKept = (fate: Fate): boolean => fate === 'kept' || fate === 'failure';

/**
 * Makes the function that runs an action once, and gives every copy of its submission the same response.
 *
 * Later copies get the response if the action succeeded, failed with `fail()` or redirected, even if the page that
 * shows it did not render. After an error, expected or not, and after a refusal, only copies that already wait get
 * the same response; a later one runs the action again. Responses that the store has not accepted yet are kept here.
 *
 * @throws {RetryLater} The returned function rejects with it if nobody knows whether the action has run
 */
export const createShare = (store: SubmissionStore): ((copy: Copy) => Promise<Recording>) => {
	const leaders = new Map<string, Place>();

	const begin = (copy: Waiting): Leader => {
		const { key, isStalled } = copy;
		const leader = { isStalled, attempt: lead(store, copy) };
		const place: Place = { leader };
		const forget = (): void => {
			if (leaders.get(key) === place) leaders.delete(key);
			// V8 keeps deleted entries of a `Map` until its next full collection. They must not keep requests with them.
			place.leader = null;
		};
		leader.attempt.then(
			({ fate, over }) => (isKept(fate) ? void over.then(forget) : forget()),
			forget
		);
		leaders.set(key, place);
		return leader;
	};

	const share = async (copy: Waiting): Promise<Recording> => {
		const other = leaders.get(copy.key)?.leader;
		if (!other) return (await begin(copy).attempt).recording;
		const { fate, recording } = await follow(other, copy.until);
		// After a dropped response, one of the waiting copies runs the action.
		return fate === 'dropped' ? share(copy) : recording;
	};

	return ({ key, run, isStalled }) => share({ key, run, isStalled, until: Date.now() + PATIENCE });
};
