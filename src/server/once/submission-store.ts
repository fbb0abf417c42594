import type { SubmissionStore } from '../store.ts';

/** Begins the value of a submission whose action is running; an answer's is JSON. */
export const CLAIM = '?';

const TEN_MINUTES = 10 * 60 * 1000;
const SIXTEEN_MEBIBYTES = 16 * 1024 * 1024;

interface Entry {
	value: string;
	expires: number;
}

/** The entries of a memory store, oldest first, and how much they hold. */
class Entries {
	readonly #entries = new Map<string, Entry>();
	/** Goes on where it was: from its start a map looks at every entry that has been deleted since. */
	#order = this.#entries.entries();
	/** The oldest, but for claims that were passed over. */
	#oldest: [key: string, entry: Entry] | undefined;
	#bytes = 0;

	get(key: string): string | undefined {
		const entry = this.#entries.get(key);
		return entry && entry.expires > Date.now() ? entry.value : undefined;
	}

	put(key: string, value: string, maxAge: number): void {
		this.#entries.set(key, { value, expires: Date.now() + maxAge });
		this.#bytes += key.length + value.length;
	}

	delete(key: string): void {
		const entry = this.#entries.get(key);
		if (entry) this.#bytes -= key.length + entry.value.length;
		this.#entries.delete(key);
	}

	/** Drops what has expired, then answers until the rest fits. What runs is left alone. */
	shrink(maxBytes: number): void {
		for (let next; (next = this.#oldest ??= this.#order.next().value); this.#oldest = undefined) {
			const [key, entry] = next;
			const { value, expires } = entry;
			const isClaim = value.startsWith(CLAIM);
			const isThere = this.#entries.get(key) === entry;
			const isOver = expires <= Date.now() || (this.#bytes > maxBytes && !isClaim);
			if (isThere && isOver) this.delete(key);
			// The rest is younger.
			else if (isThere && !isClaim) return;
		}
		// All that is left are claims; with their answers they come back at the end.
		this.#order = this.#entries.entries();
	}
}

/**
 * Keeps answers in the memory of this process: the default of `createApp`.
 *
 * @param options `maxAge`: how long an answer is kept, in milliseconds, 10 minutes by default;
 *   `maxBytes`: how much all of them may take, 16 MiB by default. The oldest go first, and one that is larger than
 *   that is not kept
 */
export const memorySubmissions = ({
	maxAge = TEN_MINUTES,
	maxBytes = SIXTEEN_MEBIBYTES
}: { maxAge?: number; maxBytes?: number } = {}): SubmissionStore => {
	const entries = new Entries();
	const put = (key: string, value: string, age: number): void => {
		entries.delete(key);
		// Otherwise every other answer would go for one that does not fit.
		const fits = key.length + value.length <= maxBytes;
		if (fits || value.startsWith(CLAIM)) entries.put(key, value, age);
		entries.shrink(maxBytes);
	};
	return {
		maxAge,
		add(key, value, age) {
			if (entries.get(key) !== undefined) return false;
			put(key, value, age);
			return true;
		},
		get: (key) => entries.get(key),
		set: put,
		delete: (key) => entries.delete(key)
	};
};
