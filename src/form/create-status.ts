import type { Readable, Store } from '../page/store.ts';
import {
	NOTHING,
	type SubmissionRecord,
	type SubmissionState,
	type SubmissionStatus
} from './submission-status.ts';

/** Makes getters for the fields of a store. */
export const liveFields = <Snapshot extends object>(store: Readable<Snapshot>): Snapshot => {
	const fields = {} as Snapshot;
	for (const field of Object.keys(store.current) as (keyof Snapshot)[])
		Object.defineProperty(fields, field, { enumerable: true, get: () => store.current[field] });
	return fields;
};

/** The retries in flight, by the function that sends them. */
const retries = /* @__PURE__ */ new WeakMap<() => Promise<void>, Promise<void>>();

const retryOnce = async ({ retry }: SubmissionRecord): Promise<void> => {
	if (!retry) return;
	const sending = retries.get(retry) ?? retry().finally(() => retries.delete(retry));
	retries.set(retry, sending);
	return sending;
};

/**
 * Makes the status of a key's submissions: their state, `retry` and `clear`.
 *
 * @param state the live state
 * @param page  the page that results are applied to; `clear()` removes its result there too
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
