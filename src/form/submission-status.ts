import { createStore, type Readable, type Store } from '../page/store.ts';
import type { ActionResult } from '../protocol/action-result.ts';

/** How much of a request's body is sent. */
export interface Progress {
	/** In bytes. */
	loaded: number;
	/** In bytes. */
	total: number;
	/** `loaded` of `total`, from 0 to 1. */
	fraction: number;
}

/** The error of a submission. */
export interface SubmissionError {
	/** One of the codes of docs/errors.md; `server` for what the server answered. */
	code: string;
	message: string;
	[key: string]: unknown;
}

/** The state of a form's submissions. */
export interface SubmissionState {
	/** Submissions in flight, from the submit event to the last effect, the redirect's page included. */
	pending: number;
	/** Whether one of them has lasted for longer than the form's `delay`. */
	delayed: boolean;
	/** Of the one that reported last; `null` where none does, which takes a `progress` option. */
	progress: Progress | null;
	/** The last result that was neither stale nor aborted. */
	result: ActionResult | null;
	/** What that result says, where it is an error. */
	error: SubmissionError | null;
}

/** A form's submissions, as a page shows them. All fields are live. */
export interface SubmissionStatus extends Readonly<SubmissionState> {
	/**
	 * Resubmits the last failed submission with the same data; its result brings the page
	 * back. Does nothing where none has failed; while it is being sent again, it is not sent once more.
	 *
	 * @returns a promise that resolves after the last effect
	 */
	retry(): Promise<void>;
	/** Forgets the last result, on the page too where it is the one that is shown. */
	clear(): void;
}

/** What is reported about the submissions of the forms with one key. */
export interface SubmissionRecord {
	store: Store<SubmissionState>;
	/** How many of those in flight are slow. */
	slow: number;
	/** Sends the one that failed last again. */
	retry: (() => Promise<void>) | null;
}

/** Finds the record of a key. A form without a key has one that no one else sees. */
export type FindRecord = (key: string | null | undefined) => SubmissionRecord;

const NOTHING = { progress: null, result: null, error: null };

export const createRecords = (): FindRecord => {
	const known = new Map<string, SubmissionRecord>();
	return (key) => {
		const found = key && known.get(key);
		if (found) return found;
		const created = {
			store: createStore<SubmissionState>({ pending: 0, delayed: false, ...NOTHING }),
			slow: 0,
			retry: null
		};
		if (key) known.set(key, created);
		return created;
	};
};

/** The fields of a store as getters. */
export const liveFields = <Snapshot extends object>(store: Readable<Snapshot>): Snapshot => {
	const fields = {} as Snapshot;
	for (const field of Object.keys(store.current) as (keyof Snapshot)[])
		Object.defineProperty(fields, field, { enumerable: true, get: () => store.current[field] });
	return fields;
};

/** The retries in flight, by what sends them. */
const retries = /* @__PURE__ */ new WeakMap<() => Promise<void>, Promise<void>>();

const retryOnce = async ({ retry }: SubmissionRecord): Promise<void> => {
	if (!retry) return;
	const sending = retries.get(retry) ?? retry().finally(() => retries.delete(retry));
	retries.set(retry, sending);
	return sending;
};

/**
 * The status of a key's submissions: their state, and what a page can do about it.
 *
 * @param state their state, live
 * @param page  where results are applied: `clear()` takes its own off there too
 */
export const createStatus = (
	state: Readonly<SubmissionState>,
	record: SubmissionRecord,
	page: Store<{ form: unknown }>
): SubmissionStatus =>
	Object.defineProperties(
		{
			retry: () => retryOnce(record),
			clear() {
				const { result } = record.store.current;
				record.retry = null;
				record.store.set(NOTHING);
				if (result && 'data' in result && result.data === page.current.form)
					page.set({ form: null });
			}
		},
		Object.getOwnPropertyDescriptors(state)
	) as SubmissionStatus;
