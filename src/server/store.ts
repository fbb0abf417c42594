type MaybePromise<Value> = Value | Promise<Value>;

/**
 * Where answers are kept, so that copies of a submission get the same one: texts by key, each for a time.
 * One that all servers of an app share, such as Redis or a table, makes actions run once among all of them.
 *
 * `add` and `replace` have to be one step each. While a store rejects, or does not answer within a second, no action
 * runs, and copies are told to retry. Responses that the store refuses after an action are kept, and offered again until
 * the store takes it.
 *
 * The texts hold responses with their cookies: keep them as safe as sessions.
 */
export interface SubmissionStore {
	/** How long a response is kept, in milliseconds. */
	readonly maxAge: number;
	/**
	 * Sets a value where the key has none, in one step: of several calls at once, one gets `true`.
	 *
	 * @param maxAge in milliseconds; after it the key has no value
	 */
	add(key: string, value: string, maxAge: number): MaybePromise<boolean>;
	/** The value of a key, if it has one. */
	get(key: string): MaybePromise<string | null | undefined>;
	/** Puts a value in place of whatever the key has. */
	set(key: string, value: string, maxAge: number): MaybePromise<unknown>;
	/**
	 * Puts a value in place of another, in one step: `false`, and nothing is changed, where the key has none or not that
	 * one. Without it `get` and `set` take its place, and a server that was stopped for longer than its claim
	 * lasted may write over the claim of another.
	 *
	 * @param maxAge in milliseconds; with 0 the key has no value from then on
	 */
	replace?(key: string, expected: string, value: string, maxAge: number): MaybePromise<boolean>;
	delete(key: string): MaybePromise<unknown>;
}
