type MaybePromise<Value> = Value | Promise<Value>;

/**
 * Keeps responses, so that every copy of a submission gets the same one: texts by key, each with a lifetime.
 * A store that all servers of an app share, such as Redis or a database table, makes actions run once across all of them.
 *
 * `add` and `replace` must be atomic. While a store rejects, or takes longer than a second to respond, no action runs,
 * and clients are told to retry. If the store fails after an action has run, the server keeps the response and offers
 * it again until the store accepts it.
 *
 * The texts contain responses with their cookies: protect them like sessions.
 */
export interface SubmissionStore {
	/** How long a response is kept, in milliseconds. */
	readonly maxAge: number;
	/**
	 * Atomically sets a value if the key has none: of several calls at once, exactly one gets `true`.
	 *
	 * @param maxAge in milliseconds; then the key expires
	 */
	add(key: string, value: string, maxAge: number): MaybePromise<boolean>;
	/** The value of a key, if it has one. */
	get(key: string): MaybePromise<string | null | undefined>;
	/** Sets the value of a key, whether or not it has one. */
	set(key: string, value: string, maxAge: number): MaybePromise<unknown>;
	/**
	 * Atomically replaces the `expected` value; returns `false` and changes nothing if the key has another value or none.
	 * A store without this method is driven by `get` and `set` instead: then a server that was suspended for longer than
	 * its claim lasted may overwrite the claim of another.
	 *
	 * @param maxAge in milliseconds; 0 deletes the key
	 */
	replace?(key: string, expected: string, value: string, maxAge: number): MaybePromise<boolean>;
	delete(key: string): MaybePromise<unknown>;
}
