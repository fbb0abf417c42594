/** Begins the value of a submission whose action is running. */
export const CLAIM = '?';
/** Begins the response to a failure. The response to a success or a redirect begins with its JSON. */
export const FAILURE = '!';

/** Failures get an additional share of the bytes, and only that: anybody can send a form that fails. */
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
	/** Whether it has been deleted. Its queue may still have it. */
	isGone: boolean;
}

const kindOf = (value: string): Kind => {
	if (value.startsWith(CLAIM)) return 'claim';
	return value.startsWith(FAILURE) ? 'failure' : 'answer';
};

/** The memory a text takes: engines store two bytes for every character as soon as one character needs two. */
const bytesOf = (text: string): number => text.length * (/[\u0100-\uffff]/.test(text) ? 2 : 1);

/** So many dead entries at the start of a queue are worth a copy of the rest. */
const MANY = 1024;

/** Entries of one kind and lifetime: the first is the oldest, and expires first. */
class Queue {
	#entries: Entry[] = [];
	#start = 0;

	push(entry: Entry): void {
		this.#entries.push(entry);
	}

	/** Returns the oldest entry that is there, and removes the entries before it. */
	first(): Entry | undefined {
		while (this.#entries[this.#start]?.isGone) this.#start++;
		if (this.#start > MANY && this.#start > this.#entries.length / 2) {
			this.#entries = this.#entries.slice(this.#start);
			this.#start = 0;
		}
		return this.#entries[this.#start];
	}
}

/** Values by key. Each one expires, and all together stay within a number of bytes. */
export class Entries {
	readonly #entries = new Map<string, Entry>();
	/** By lifetime. An app has three: one of claims, failures and other responses each. */
	readonly #queues = {
		claim: new Map<number, Queue>(),
		failure: new Map<number, Queue>(),
		answer: new Map<number, Queue>()
	};
	readonly #bytes = { claim: 0, failure: 0, answer: 0 };
	readonly #maxBytes: number;
	#turns = 0;

	/** @param maxBytes how much successes and redirects may take; failures get an additional share of it */
	constructor(maxBytes: number) {
		this.#maxBytes = maxBytes;
	}

	get(key: string): string | undefined {
		const entry = this.#entries.get(key);
		return entry && entry.expires > Date.now() ? entry.value : undefined;
	}

	/** Sets the value of a key and makes room for it. Drops a value that is too large. */
	put(key: string, value: string, maxAge: number): void {
		this.delete(key);
		const kind = kindOf(value);
		const bytes = bytesOf(key) + bytesOf(value);
		// Otherwise a response that does not fit would push out all others.
		if (kind === 'claim' || bytes <= this.#roomFor(kind)) {
			const expires = Date.now() + maxAge;
			const turn = this.#turns++;
			this.#append({ key, value, kind, bytes, expires, turn, isGone: false }, maxAge);
		}
		this.#shrink();
	}

	delete(key: string): void {
		const entry = this.#entries.get(key);
		if (!entry) return;
		this.#bytes[entry.kind] -= entry.bytes;
		this.#entries.delete(key);
		// The queue keeps the entry for a while longer.
		entry.value = '';
		entry.isGone = true;
	}

	/**
	 * Lists the entries that have not expired.
	 *
	 * @yields the key, the value, and the milliseconds until it expires
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
		const queues = this.#queues[kind];
		const queue = queues.get(maxAge) ?? new Queue();
		queue.push(entry);
		queues.set(maxAge, queue);
	}

	#roomFor(kind: Kind): number {
		return kind === 'failure' ? this.#maxBytes * FAILURE_SHARE : this.#maxBytes;
	}

	/** Drops expired entries, then the oldest ones until the rest fits. Never drops the claim of a running action. */
	#shrink(): void {
		this.#dropExpired();
		const bytes = this.#bytes;
		// Claims are never dropped, but they count.
		while (bytes.claim + bytes.answer > this.#roomFor('answer') && this.#dropOldest('answer'));
		while (bytes.failure > this.#roomFor('failure') && this.#dropOldest('failure'));
	}

	#dropExpired(): void {
		const now = Date.now();
		for (const queues of Object.values(this.#queues))
			for (const [maxAge, queue] of queues) {
				let first;
				while ((first = queue.first()) && first.expires <= now) this.delete(first.key);
				// The last one stays, because the next entry most likely has the same lifetime.
				if (!first && queues.size > 1) queues.delete(maxAge);
			}
	}

	#dropOldest(wanted: Kind): boolean {
		let oldest: Entry | undefined;
		for (const queue of this.#queues[wanted].values()) {
			const first = queue.first();
			if (first && !(oldest && oldest.turn < first.turn)) oldest = first;
		}
		if (oldest) this.delete(oldest.key);
		return oldest !== undefined;
	}
}
