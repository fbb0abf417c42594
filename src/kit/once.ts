import type { Handle, RequestEvent } from '@sveltejs/kit';
import { ACTION_HEADER, JSON_TYPE } from '../protocol/wire.ts';
import { toResponse } from '../server/answer.ts';
import { Body, sourceOf } from '../server/body/body.ts';
import type { Fate } from '../server/once/hold.ts';
import { isForm, readField, readHeader, type SubmissionId } from '../server/once/find-id.ts';
import { record, replay, type Recording } from '../server/once/recording.ts';
import { RetryLater } from '../server/once/retry-later.ts';
import { broken, createShare, keyOf } from '../server/once/share.ts';
import { memorySubmissions } from '../server/once/submission-store.ts';
import type { SubmissionStore } from '../server/store.ts';

const FATES: Record<string, Fate> = {
	success: 'kept',
	redirect: 'kept',
	failure: 'failure',
	error: 'shared'
};

/**
 * Matches the start script of SvelteKit's document for a page without an error. Nothing else in a document
 * distinguishes a failure from an error. Without that script, a failure counts as an error, and a later copy runs the
 * action again.
 */
const NO_ERROR = /^\s*error: null,\s*$\s*^\s*status: 4\d\d\b/m;

const textOf = ({ body }: Recording): string =>
	typeof body === 'string' ? body : new TextDecoder().decode(body ?? undefined);

const typeIn = (json: string): unknown => {
	try {
		return JSON.parse(json).type;
	} catch {
		return undefined;
	}
};

/** Reads the outcome of the action from a response. */
const fateIn = (recording: Recording): Fate => {
	const { status, headers } = recording;
	const text = textOf(recording);
	const type = new Headers(headers).get('content-type') ?? '';
	const fate = type.startsWith(JSON_TYPE) ? FATES[typeIn(text) as string] : undefined;
	if (fate) return fate;
	if (status < 400) return 'kept';
	return NO_ERROR.test(text) ? 'failure' : 'shared';
};

/** If the client has gone and the action has not succeeded, a copy runs the action again. */
const fateOf = ({ request: { signal } }: RequestEvent, recording: Recording): Fate => {
	const fate = fateIn(recording);
	return fate !== 'kept' && signal.aborted ? 'dropped' : fate;
};

const NOTHING: Recording = { status: 500, statusText: '', headers: [], body: null };

/** A form with the field is in memory until it is compared, so its size is limited. Most adapters refuse larger forms anyway. */
const FIELD_LIMIT = 16 * 1024 * 1024;

/** Reads the id from a copy of the body, because the app reads the request itself. */
const readCopy = async (request: Request): Promise<SubmissionId | null> => {
	const { body } = request.clone();
	if (!body) return null;
	const source = sourceOf(body);
	const copy = new Body(source);
	const { headers } = request;
	const id = await readField({ headers, peek: (limit) => copy.peek(limit) }, FIELD_LIMIT);
	// The unread rest of the copy would stay in memory for as long as the request lives.
	void Promise.resolve(source.cancel()).catch(() => {});
	return id;
};

const readId = async ({ request, route }: RequestEvent): Promise<SubmissionId | null> => {
	if (request.method !== 'POST' || route.id === null) return null;
	return readHeader(request) ?? (isForm(request) ? readCopy(request) : null);
};

/** Makes the response to a copy while nobody knows whether the action has run. */
const later = ({ headers: asked }: Request, { status, body, headers }: RetryLater): Response => {
	const wantsResult =
		asked.get(ACTION_HEADER) === 'true' || !!asked.get('accept')?.startsWith(JSON_TYPE);
	return wantsResult
		? Response.json({ type: 'error', status, error: { ...body, status } }, { status, headers })
		: new Response(body.message, { status, headers });
};

/**
 * Makes a `handle` that runs an action once for all copies of a submission: after a browser's own resend, a second click
 * or a reload. Copies get the response of the first. Put it before all others in `sequence`.
 *
 * Forms that softpost enhances have an id; a form without JavaScript has one in a field,
 * `<input type="hidden" name="softpost-submission" value={submissionId()} />`.
 *
 * @param options `submissions`: the store of responses. Default: the memory of this process, for 10 minutes; with
 *   several servers use `redisSubmissions` of `softpost/redis`
 * @example
 * // src/hooks.server.js
 * export const handle = sequence(exactlyOnce(), authenticate);
 */
export const exactlyOnce = ({
	submissions = memorySubmissions()
}: { submissions?: SubmissionStore } = {}): Handle => {
	const share = createShare(submissions);
	return async ({ event, resolve }) => {
		const { request } = event;
		const id = await readId(event);
		if (!id) return resolve(event);
		let rejected: { reason: unknown } | undefined;
		try {
			const recording = await share({
				key: await keyOf(request, null, id),
				async run() {
					try {
						const response = await resolve(event);
						const recording = await record(response).catch(broken);
						return { recording, fate: fateOf(event, recording) };
					} catch (reason) {
						// A later handle has thrown: SvelteKit responds to that, for each copy.
						rejected = { reason };
						return { recording: NOTHING, fate: 'dropped' };
					}
				},
				// SvelteKit does not report how much of a form has arrived.
				isStalled: () => false
			});
			if (rejected) throw rejected.reason;
			return toResponse(replay(recording));
		} catch (thrown) {
			if (!(thrown instanceof RetryLater)) throw thrown;
			if (thrown.reason !== undefined) console.error(thrown.reason);
			return later(request, thrown);
		}
	};
};
