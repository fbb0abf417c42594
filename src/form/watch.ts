import type { SoftpostError } from '../protocol/errors.ts';

/** Shows a submission in flight in the document, and watches document events for it. */
export interface Watch {
	/** Lets the browser submit the form, because the code for `fetch` could not be loaded. */
	submitNatively(): void;
	/**
	 * Lets the browser send the form if the page's policy forbids `fetch` to do so.
	 *
	 * @returns `true` if the browser sends it; an error if the policy forbids only the target of the server's redirect
	 */
	handBack(): Promise<SoftpostError | boolean>;
	stop(): void;
}
