type MaybePromise<Value> = Value | Promise<Value>;

/**
 * Where answers are kept, so that copies of a submission get the same one: texts by key, each for a time.
 * One that all servers of an app share, such as Redis or a table, makes actions run once among all of them.
 *
 * No step but `add` has to exclude others. When a method rejects before the action, the action does not run and the
 * user sees an error; after it, the answer is given all the same, and the error is logged.
 *
 * The texts hold answers with their cookies: keep them as safe as sessions.
 */
export interface SubmissionStore {
	/** How long an answer is kept, in milliseconds. */
	readonly maxAge: number;
	/**
	 * Puts a value where the key has none, in one step: of several at once, one is told `true`.
	 *
	 * @param maxAge in milliseconds; after it the key has no value
	 */
	add(key: string, value: string, maxAge: number): MaybePromise<boolean>;
	/** The value of a key, if it has one. */
	get(key: string): MaybePromise<string | null | undefined>;
	/** Puts a value in place of whatever the key has. */
	set(key: string, value: string, maxAge: number): MaybePromise<unknown>;
	delete(key: string): MaybePromise<unknown>;
}
