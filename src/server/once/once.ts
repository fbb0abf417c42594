import { hexadecimal } from '../../protocol/submission-id.ts';
import type { Answer } from '../answer.ts';
import { claim, type Fate } from './claim.ts';
import type { Exchange } from '../visit/exchange.ts';
import { record, replay, type Recording } from './recording.ts';
import { respondThrown } from '../respond/respond.ts';
import type { SubmissionStore } from '../store.ts';

/**
 * Answers a request for an action, or gives it the answer that another copy of its submission got.
 *
 * @param id what tells the copies of this submission from others
 */
type Once = (
	exchange: Exchange,
	id: readonly unknown[],
	respond: () => Promise<Answer>
) => Promise<Answer>;

/** What the copies of a submission in this process wait for. */
interface Attempt {
	recording: Recording;
	fate: Fate;
}

/** The key of a submission: it tells nothing of the id, and is good for this URL and kind of answer alone. */
const keyOf = async (
	{ event: { request }, origins }: Exchange,
	id: readonly unknown[]
): Promise<string> => {
	const { pathname, search } = new URL(request.url);
	const { method, headers } = request;
	// Not the origin of the URL: behind a proxy each server of an app may have another.
	const parts = [method, origins, pathname + search, headers.get('accept'), id];
	const bytes = new TextEncoder().encode(JSON.stringify(parts));
	return hexadecimal(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
};

const fateOf = ({ action, event }: Exchange): Fate => {
	if (action.settled) return 'kept';
	// A body that broke off with its connection is no reason for an error to a copy that arrived whole.
	return event.request.signal.aborted ? 'dropped' : 'shared';
};

/** An answer that cannot be read to its end. The action must not run again for it. */
const broken = (error: unknown): Recording => {
	console.error(error);
	return { status: 500, statusText: '', headers: [], body: 'Internal Error' };
};

/**
 * Makes what runs an action once, and gives every copy of its submission the same answer.
 *
 * Kept for copies to come is the answer of an action that came to a success, a failure or a redirect, whatever the
 * page that shows it came to. After an error, expected or not, and after a refusal, copies that are waiting get
 * the same answer, and a later one runs the action again.
 */
export const createOnce = (store: SubmissionStore): Once => {
	const running = new Map<string, Promise<Attempt>>();

	const lead = async (
		key: string,
		exchange: Exchange,
		respond: () => Promise<Answer>
	): Promise<Attempt> => {
		const found = await claim(store, key);
		if (!('settle' in found)) return { recording: found, fate: 'kept' };
		const recording = await respond().then(record).catch(broken);
		const fate = fateOf(exchange);
		await found.settle(recording, fate);
		return { recording, fate };
	};

	const share = async (
		key: string,
		exchange: Exchange,
		respond: () => Promise<Answer>
	): Promise<Recording> => {
		const others = await running.get(key);
		if (others && others.fate !== 'dropped') return others.recording;
		// Another copy may have been quicker to take the place of one that was dropped.
		if (running.has(key)) return share(key, exchange, respond);
		const own = lead(key, exchange, respond).finally(() => running.delete(key));
		running.set(key, own);
		return (await own).recording;
	};

	return async (exchange, id, respond) => {
		// A forger gets the refusal, and never what somebody else was answered.
		if (exchange.forged) return respond();
		try {
			return replay(await share(await keyOf(exchange, id), exchange, respond));
		} catch (thrown) {
			return respondThrown(exchange, thrown);
		}
	};
};
