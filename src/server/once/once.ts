import { hexadecimal } from '../../protocol/submission-id.ts';
import type { Answer } from '../answer.ts';
import { joined } from '../body/body.ts';
import { FormRequest } from '../body/form-request.ts';
import { respondThrown } from '../respond/respond.ts';
import type { SubmissionStore } from '../store.ts';
import type { Exchange } from '../visit/exchange.ts';
import { claim, PATIENCE } from './claim.ts';
import type { Fate, Settled } from './hold.ts';
import type { SubmissionId } from './read-id.ts';
import { record, replay, type Recording } from './recording.ts';
import { RetryLater } from './retry-later.ts';

/**
 * Answers a request for an action, or gives it the response that another copy of its submission got.
 *
 * @param id identifies the copies of this submission
 */
type Once = (
	exchange: Exchange,
	id: SubmissionId,
	respond: () => Promise<Answer>
) => Promise<Answer>;

/** The response that the copies of a submission in this process get. */
interface Attempt extends Settled {
	fate: Fate;
}

/** One that has come first, or that takes the place of one that broke off. */
interface Leader {
	exchange: Exchange;
	attempt: Promise<Attempt>;
}

/** A copy of a submission. */
interface Copy {
	key: string;
	exchange: Exchange;
	respond: () => Promise<Answer>;
	/** When it has waited long enough for what it cannot see, as `Date.now()` counts. */
	until: number;
}

/** The key of a submission: it reveals nothing about the id, and is valid for this URL and kind of answer alone. */
const keyOf = async (
	{ request, origins }: Exchange,
	{ words, content }: SubmissionId
): Promise<string> => {
	const { pathname, search } = new URL(request.url);
	const { method, headers } = request;
	// Not the origin of the URL: behind a proxy each server of an app may have another.
	const parts = [method, origins, pathname + search, headers.get('accept'), words];
	const bytes = joined([new TextEncoder().encode(JSON.stringify(parts)), content]);
	return hexadecimal(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource)));
};

const FATES = { waiting: 'refused', running: 'shared', failed: 'failure', ended: 'kept' } as const;

const fateOf = ({ action, request, body }: Exchange): Fate => {
	const fate = FATES[action.state];
	// Whatever the action made of a form that was not whole: the copy that is has to run.
	if (request instanceof FormRequest && request.isCut) return 'dropped';
	if (fate !== 'shared') return fate;
	// A refusal can be made again.
	if (body.error()) return 'refused';
	return request.signal.aborted ? 'dropped' : 'shared';
};

/** A response that cannot be read to its end. The action must not run again for it. */
const broken = (error: unknown): Recording => {
	console.error(error);
	return { status: 500, statusText: '', headers: [], body: 'Internal Error' };
};

/** Whether an action waits for a client that does not send the rest of its form. */
const isStalled = ({ request }: Exchange): boolean =>
	request instanceof FormRequest && request.isWaiting;

/** Milliseconds between two looks at an action that runs. */
const PAUSE = 500;

/** Waits for another copy while it makes progress. */
const follow = async ({ exchange, attempt }: Leader, until: number): Promise<Attempt> => {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const stalled = new Promise<never>((_resolve, reject) => {
		const look = (): void => {
			if (isStalled(exchange)) reject(new RetryLater());
			else timer = setTimeout(look, PAUSE);
		};
		timer = setTimeout(look, until - Date.now());
	});
	return Promise.race([attempt, stalled]).finally(() => clearTimeout(timer));
};

/** Tells the app that its store is away. */
const report = async ({ site, event }: Exchange, { reason, status, body }: RetryLater) => {
	if (reason === undefined) return;
	try {
		await site.handleError({ error: reason, event, status, message: body.message });
	} catch (failure) {
		console.error(failure, reason);
	}
};

/** Runs an action in the name of all copies of its submission, or finds what another server has recorded. */
const lead = async (
	store: SubmissionStore,
	{ key, exchange, respond, until }: Copy
): Promise<Attempt> => {
	const found = await claim(store, key, until);
	if (!('settle' in found)) return { recording: found, over: Promise.resolve(), fate: 'kept' };
	const recording = await respond().then(record).catch(broken);
	const fate = fateOf(exchange);
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
 */
export const createOnce = (store: SubmissionStore): Once => {
	const leaders = new Map<string, Leader>();

	const begin = (copy: Copy): Leader => {
		const { key, exchange } = copy;
		const leader = { exchange, attempt: lead(store, copy) };
		const forget = (): void => void (leaders.get(key) === leader && leaders.delete(key));
		leader.attempt.then(
			({ fate, over }) => (isKept(fate) ? void over.then(forget) : forget()),
			forget
		);
		leaders.set(key, leader);
		return leader;
	};

	const share = async (copy: Copy): Promise<Recording> => {
		const other = leaders.get(copy.key);
		if (!other) return (await begin(copy).attempt).recording;
		const { fate, recording } = await follow(other, copy.until);
		// One of those that waited takes the place of one that was dropped.
		return fate === 'dropped' ? share(copy) : recording;
	};

	return async (exchange, id, respond) => {
		// A forger gets the refusal, never another user's response.
		if (exchange.forged) return respond();
		try {
			const key = await keyOf(exchange, id);
			return replay(await share({ key, exchange, respond, until: Date.now() + PATIENCE }));
		} catch (thrown) {
			if (thrown instanceof RetryLater) await report(exchange, thrown);
			return respondThrown(exchange, thrown);
		}
	};
};
