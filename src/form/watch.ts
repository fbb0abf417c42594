import type { SoftpostError } from '../protocol/errors.ts';

/** How the document shows a submission in flight, and what it reports about it. */
export interface Watch {
	/** Has the browser submit the form: what `fetch` needs could not be loaded. */
	submitNatively(): void;
	/**
	 * Has the browser send it where the page's policy lets no script do so.
	 *
	 * @returns `true` where it does; the error where the policy forbids only what the server answered with
	 */
	handBack(): Promise<SoftpostError | boolean>;
	stop(): void;
}
