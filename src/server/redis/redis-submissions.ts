import { SoftpostError } from '../../protocol/errors.ts';
import { submissionId } from '../../protocol/submission-id.ts';
import { CLAIM, Entries } from '../once/entries.ts';
import { SIXTEEN_MEBIBYTES, TEN_MINUTES } from '../once/submission-store.ts';
import type { SubmissionStore } from '../store.ts';
import { connect, type RedisClient } from './connection.ts';
import { SCRIPT } from './script.ts';

export interface RedisOptions {
	/**
	 * Stands before every key.
	 * @default 'softpost:'
	 */
	prefix?: string;
	/**
	 * How long a response is kept, in milliseconds.
	 * @default 600000 (10 minutes)
	 */
	maxAge?: number;
}

type Step = 'add' | 'set' | 'replace' | 'restore';

/** A value for the script: `age` in milliseconds. */
interface Put {
	key: string;
	value: string;
	age: number;
	expected?: string;
}

/**
 * Milliseconds without new claims when Redis has come back, perhaps without what it knew. Clients wait for up to two seconds
 * between two tries to connect, and each has to have put in again what it knows.
 */
const CLOSED = 2500;

/** So many values are put in again at once. */
const BATCH = 100;

/** Runs the script, and sees to it that Redis has what this server has put in. */
class Steps {
	readonly #send: ReturnType<typeof connect>['send'];
	readonly #prefix: string;
	readonly #own: Entries;
	/** The one that Redis had when it was seen last. */
	#generation = '';
	#restored: Promise<void> = Promise.resolve();

	/** @param own what this server has put in, and put in again where Redis has lost it */
	constructor(client: RedisClient, prefix: string, own: Entries) {
		this.#prefix = prefix;
		this.#own = own;
		// Nothing waits for this, and what goes wrong is met by the next step.
		const onReady = (): void => void this.meet().catch(() => {});
		const { send } = connect(client, onReady);
		this.#send = send;
	}

	/** Asks for a key's value, or deletes it. */
	async send(command: 'GET' | 'DEL', key: string): Promise<unknown> {
		return this.#send(command, this.#prefix + key);
	}

	/** @returns whether it was done */
	async run(step: Step, put: Put): Promise<boolean> {
		for (;;) {
			await this.#restored;
			const [answer, generation] = await this.#script(step, put);
			if (answer === 'closed') {
				const message =
					'softpost/redis: Redis has restarted, and the servers restore its data. Submissions wait for that';
				throw new SoftpostError('store', message);
			}
			if (answer !== 'generation') return answer === 'yes';
			this.#enter(generation as string);
		}
	}

	/** Sees which generation Redis is in. */
	async meet(): Promise<void> {
		await this.run('restore', { key: 'met', value: '', age: 0 });
	}

	#enter(generation: string): void {
		// Another step has met it.
		if (this.#generation === generation) return;
		const isFirst = this.#generation === '';
		this.#generation = generation;
		if (!isFirst) this.#restored = this.#restore();
	}

	async #restore(): Promise<void> {
		const lost = [...this.#own.live()];
		try {
			for (let start = 0; start < lost.length; start += BATCH) {
				const puts = lost
					.slice(start, start + BATCH)
					.map(([key, value, age]) => ({ key, value, age }));
				await Promise.all(puts.map((put) => this.#script('restore', put)));
			}
		} catch {
			// The next step meets the generation again, and all is put in from the start.
			this.#generation = 'unknown';
		}
	}

	async #script(step: Step, { key, value, age, expected = '' }: Put): Promise<string[]> {
		const keys = [`${this.#prefix}generation`, this.#prefix + key];
		const generation = [this.#generation, submissionId(), String(CLOSED)];
		const put = [value, String(Math.ceil(age)), expected];
		const args = [String(keys.length), ...keys, step, ...generation, ...put];
		return (await this.#send('EVAL', SCRIPT, ...args)) as string[];
	}
}

/**
 * Keeps responses in Redis, for all servers of an app.
 *
 * While Redis is away, copies are told to retry, and nothing waits for it. What a server has put in, it puts in
 * again when Redis comes back without it.
 *
 * @param client of `redis` 5 or `ioredis` 5, connected. Its reconnection stays its own; an `error` listener is added
 * @example
 * const client = await createClient({ url: 'redis://127.0.0.1:6379' }).connect();
 * createApp({ routes, render, submissions: redisSubmissions(client) });
 */
export const redisSubmissions = (
	client: RedisClient,
	{ prefix = 'softpost:', maxAge = TEN_MINUTES }: RedisOptions = {}
): SubmissionStore => {
	const own = new Entries(SIXTEEN_MEBIBYTES);
	const steps = new Steps(client, prefix, own);
	const noted = (isDone: boolean, { key, value, age }: Put): boolean => {
		if (isDone) own.put(key, value, age);
		return isDone;
	};
	/** A response that this server has put in needs no Redis, which may be away or have lost it. */
	const ownAnswer = (key: string): string | undefined => {
		const value = own.get(key);
		return value?.startsWith(CLAIM) ? undefined : value;
	};
	const run = async (step: Step, put: Put): Promise<boolean> =>
		noted(await steps.run(step, put), put);
	return {
		maxAge,
		add: async (key, value, age) => ownAnswer(key) === undefined && run('add', { key, value, age }),
		get: async (key) => ownAnswer(key) ?? ((await steps.send('GET', key)) as string | null),
		set: (key, value, age) => run('set', { key, value, age }),
		replace: (key, expected, value, age) => run('replace', { key, value, age, expected }),
		async delete(key) {
			own.delete(key);
			await steps.send('DEL', key);
		}
	};
};
