import type { SubmissionStore } from '../store.ts';

/** Begins the value of a submission whose action is running. */
export const CLAIM = '?';
/** Begins the answer to a failure; that to a success or a redirect is JSON from the start. */
export const FAILURE = '!';

const TEN_MINUTES = 10 * 60 * 1000;
const SIXTEEN_MEBIBYTES = 16 * 1024 * 1024;

/** Failures get this part of the bytes, beside those of the other answers: anybody can send a form that fails. */
const FAILURE_SHARE = 1 / 4;

type Kind = 'claim' | 'failure' | 'answer';

interface Entry {
	key: string;
	value: string;
	kind: Kind;
	bytes: number;
	expires: number;
	/** Counts up with each entry: the lowest is the oldest. */
	turn: number;
}

const kindOf = (value: string): Kind => {
	if (value.startsWith(CLAIM)) return 'claim';
	return value.startsWith(FAILURE) ? 'failure' : 'answer';
};

/** What a text takes in memory: engines have two bytes a character as soon as one of them needs two. */
const bytesOf = (text: string): number => text.length * (/[\u0100-\uffff]/.test(text) ? 2 : 1);

/** The dead entries at the start of a queue that are worth moving the rest for. */
const MANY = 1024;

/** Entries of one kind that are kept equally long: the first is the oldest, and expires first. */
class Queue {
	#entries: Entry[] = [];
	#start = 0;

	push(entry: Entry): void {
		this.#entries.push(entry);
	}

	/** The oldest entry that `isThere`. Those before it leave the queue. */
	first(isThere: (entry: Entry) => boolean): Entry | undefined {
		for (let entry; (entry = this.#entries[this.#start]); this.#start++) {
			if (isThere(entry)) break;
		}
		if (this.#start > MANY && this.#start > this.#entries.length / 2) {
			this.#entries = this.#entries.slice(this.#start);
			this.#start = 0;
		}
		return this.#entries[this.#start];
	}
}

/** The entries of a memory store, and how much they take. */
class Entries {
	readonly #entries = new Map<string, Entry>();
	/** By kind and age. An app has three: claims, failures and answers. */
	readonly #queues = new Map<string, [kind: Kind, queue: Queue]>();
	readonly #bytes = { claim: 0, failure: 0, answer: 0 };
	#turns = 0;

	get(key: string): string | undefined {
		const entry = this.#entries.get(key);
		return entry && entry.expires > Date.now() ? entry.value : undefined;
	}

	put(key: string, value: string, maxAge: number): void {
		const kind = kindOf(value);
		const bytes = bytesOf(key) + bytesOf(value);
		const expires = Date.now() + maxAge;
		const entry = { key, value, kind, bytes, expires, turn: this.#turns++ };
		this.#entries.set(key, entry);
		this.#bytes[kind] += bytes;
		const id = `${kind} ${maxAge}`;
		const [, queue] = this.#queues.get(id) ?? [kind, new Queue()];
		queue.push(entry);
		this.#queues.set(id, [kind, queue]);
	}

	delete(key: string): void {
		const entry = this.#entries.get(key);
		if (!entry) return;
		this.#bytes[entry.kind] -= entry.bytes;
		this.#entries.delete(key);
		// The queue has the entry for a while longer.
		entry.value = '';
	}

	/** Drops what has expired, then the oldest until the rest fits. What runs is left alone. */
	shrink(maxBytes: number): void {
		this.#dropExpired();
		const bytes = this.#bytes;
		// Claims are not dropped, but they take room.
		while (bytes.claim + bytes.answer > maxBytes && this.#dropOldest('answer'));
		while (bytes.failure > maxBytes * FAILURE_SHARE && this.#dropOldest('failure'));
	}

	#dropExpired(): void {
		const now = Date.now();
		for (const [id, [, queue]] of this.#queues) {
			let first;
			while ((first = queue.first(this.#isThere)) && first.expires <= now) this.delete(first.key);
			if (!first) this.#queues.delete(id);
		}
	}

	#dropOldest(wanted: Kind): boolean {
		let oldest: Entry | undefined;
		for (const [kind, queue] of this.#queues.values()) {
			const first = kind === wanted ? queue.first(this.#isThere) : undefined;
			if (first && !(oldest && oldest.turn < first.turn)) oldest = first;
		}
		if (oldest) this.delete(oldest.key);
		return oldest !== undefined;
	}

	readonly #isThere = (entry: Entry): boolean => this.#entries.get(entry.key) === entry;
}

/** Whether there is room for a value at all. Otherwise every other answer would go for one that does not fit. */
const fits = (key: string, value: string, maxBytes: number): boolean => {
	const kind = kindOf(value);
	const room = kind === 'failure' ? maxBytes * FAILURE_SHARE : maxBytes;
	return kind === 'claim' || bytesOf(key) + bytesOf(value) <= room;
};

/**
 * Keeps answers in the memory of this process: the default of `createApp`.
 *
 * What has expired goes first, then the oldest. An answer that is larger than all of the room is not kept.
 *
 * @param options `maxAge`: how long an answer is kept, in milliseconds, 10 minutes by default;
 *   `maxBytes`: how much the answers to successes and redirects may take, 16 MiB by default. Those to failures have
 *   a quarter as much beside it, and never take the room of the others
 */
export const memorySubmissions = ({
	maxAge = TEN_MINUTES,
	maxBytes = SIXTEEN_MEBIBYTES
}: { maxAge?: number; maxBytes?: number } = {}): SubmissionStore => {
	const entries = new Entries();
	const put = (key: string, value: string, age: number): void => {
		entries.delete(key);
		if (fits(key, value, maxBytes)) entries.put(key, value, age);
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
		replace(key, expected, value, age) {
			if (entries.get(key) !== expected) return false;
			put(key, value, age);
			return true;
		},
		delete: (key) => entries.delete(key)
	};
};
