import { SoftpostError } from '../../protocol/errors.ts';
import { submissionId } from '../../protocol/submission-id.ts';
import { CLAIM, Entries } from '../once/entries.ts';
import { SIXTEEN_MEBIBYTES, TEN_MINUTES } from '../once/submission-store.ts';
import type { SubmissionStore } from '../store.ts';
import { connect, type RedisClient } from './connection.ts';
import { SCRIPT } from './script.ts';

export interface RedisOptions {
	/**
	 * The start of every key.
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
 * Milliseconds without new claims after Redis has come back, perhaps with data lost. Clients wait up to two seconds
 * between two attempts to connect, and each server first has to restore its data.
 */
const CLOSED = 2500;

/** How many values are restored at a time. */
const BATCH = 100;

/** Runs the script, and restores the data of this server if Redis has lost it. */
class Steps {
	readonly #send: ReturnType<typeof connect>['send'];
	readonly #prefix: string;
	readonly #own: Entries;
	/** The generation that Redis was last seen in. */
	#generation = '';
	#restored: Promise<void> = Promise.resolve();

	/** @param own the data of this server, which it restores if Redis loses it */
	constructor(client: RedisClient, prefix: string, own: Entries) {
		this.#prefix = prefix;
		this.#own = own;
		// Nothing waits for this. If it fails, the next step meets the same error.
		const onReady = (): void => void this.meet().catch(() => {});
		const { send } = connect(client, onReady);
		this.#send = send;
	}

	/** Asks for a key's value, or deletes it. */
	async send(command: 'GET' | 'DEL', key: string): Promise<unknown> {
		return this.#send(command, this.#prefix + key);
	}

	/** @returns whether Redis has done it */
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

	/** Finds out which generation Redis is in. */
	async meet(): Promise<void> {
		await this.run('restore', { key: 'met', value: '', age: 0 });
	}

	#enter(generation: string): void {
		// Another step was first.
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
			// The next step meets the generation again, and restores everything from the start.
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
 * Keeps responses in Redis, shared by all servers of an app.
 *
 * While Redis is unavailable nothing waits for it: copies are told to retry. If Redis comes back without its data,
 * each server restores the values it has stored.
 *
 * @param client a connected client of `redis` 5 or `ioredis` 5. It keeps its way to reconnect; softpost adds an
 *   `error` listener
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
	/** Finds responses that this server has stored without Redis, which may be unavailable or have lost them. */
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
