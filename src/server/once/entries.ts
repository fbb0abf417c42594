/** Begins the value of a submission whose action is running. */
export const CLAIM = '?';
/** Begins the response to a failure; that to a success or a redirect is JSON from the start. */
export const FAILURE = '!';

/** Failures get this part of the bytes, beside those of the other responses: anybody can send a form that fails. */
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

/** Values by key, each for a time, in so many bytes. */
export class Entries {
	readonly #entries = new Map<string, Entry>();
	/** By kind and age. An app has three: claims, failures and answers. */
	readonly #queues = new Map<string, [kind: Kind, queue: Queue]>();
	readonly #bytes = { claim: 0, failure: 0, answer: 0 };
	readonly #maxBytes: number;
	#turns = 0;

	/** @param maxBytes how much the answers may take; failures have a part of that beside it */
	constructor(maxBytes: number) {
		this.#maxBytes = maxBytes;
	}

	get(key: string): string | undefined {
		const entry = this.#entries.get(key);
		return entry && entry.expires > Date.now() ? entry.value : undefined;
	}

	/** Puts a value in place of what the key has, and makes room for it. One that is too large is not kept. */
	put(key: string, value: string, maxAge: number): void {
		this.delete(key);
		const kind = kindOf(value);
		const bytes = bytesOf(key) + bytesOf(value);
		// Otherwise every other answer would go for one that does not fit.
		if (kind === 'claim' || bytes <= this.#roomFor(kind)) {
			const expires = Date.now() + maxAge;
			this.#append({ key, value, kind, bytes, expires, turn: this.#turns++ }, maxAge);
		}
		this.#shrink();
	}

	delete(key: string): void {
		const entry = this.#entries.get(key);
		if (!entry) return;
		this.#bytes[entry.kind] -= entry.bytes;
		this.#entries.delete(key);
		// The queue has the entry for a while longer.
		entry.value = '';
	}

	/**
	 * Lists what has not expired.
	 *
	 * @yields its key, its value, and the milliseconds that it has left
	 */
	*live(): Generator<[key: string, value: string, maxAge: number]> {
		const now = Date.now();
		for (const { key, value, expires } of this.#entries.values())
			if (expires > now) yield [key, value, expires - now];
	}

	#append(entry: Entry, maxAge: number): void {
		const { key, kind, bytes } = entry;
		this.#entries.set(key, entry);
		this.#bytes[kind] += bytes;
		const id = `${kind} ${maxAge}`;
		const [, queue] = this.#queues.get(id) ?? [kind, new Queue()];
		queue.push(entry);
		this.#queues.set(id, [kind, queue]);
	}

	#roomFor(kind: Kind): number {
		return kind === 'failure' ? this.#maxBytes * FAILURE_SHARE : this.#maxBytes;
	}

	/** Drops what has expired, then the oldest until the rest fits. What runs is left alone. */
	#shrink(): void {
		this.#dropExpired();
		const bytes = this.#bytes;
		// Claims are not dropped, but they take room.
		while (bytes.claim + bytes.answer > this.#roomFor('answer') && this.#dropOldest('answer'));
		while (bytes.failure > this.#roomFor('failure') && this.#dropOldest('failure'));
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
