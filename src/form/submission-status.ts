import { createStore, type Store } from '../page/store.ts';
import type { ActionResult } from '../protocol/action-result.ts';

/** How much of a request's body has been sent. */
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
	/** One of the codes in docs/errors.md; `server` for an error that the server responded with. */
	code: string;
	message: string;
	[key: string]: unknown;
}

/** The state of a form's submissions. */
export interface SubmissionState {
	/** Submissions in flight, from the submit event to the last effect, including the page of a redirect. */
	pending: number;
	/** Whether one of them has taken longer than the form's `delay`. */
	delayed: boolean;
	/** The progress of the upload that reported last; `null` without a `progress` option. */
	progress: Progress | null;
	/** The last result, except those of stale and aborted submissions. */
	result: ActionResult | null;
	/** The error of that result, if it is one. */
	error: SubmissionError | null;
}

/** The state of a form's submissions. All fields are live. */
export interface SubmissionStatus extends Readonly<SubmissionState> {
	/**
	 * Resubmits the last failed submission with the same data. Its result replaces the error boundary with the page.
	 * Does nothing if none has failed. A second call while the retry is in flight sends nothing.
	 *
	 * @returns a promise that resolves after the last effect
	 */
	retry(): Promise<void>;
	/** Clears the last result, also on the page if the page shows it. */
	clear(): void;
}

/** The record of the submissions of all forms with one key. */
export interface SubmissionRecord {
	store: Store<SubmissionState>;
	/** How many submissions in flight are slow. */
	slow: number;
	/** Resubmits the last failed submission. */
	retry: (() => Promise<void>) | null;
}

/** Finds the record of a key. Without a key it makes a private one. */
export type FindRecord = (key: string | null | undefined) => SubmissionRecord;

/** No result. */
export const NOTHING: Pick<SubmissionState, 'progress' | 'result' | 'error'> = {
	progress: null,
	result: null,
	error: null
};

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
