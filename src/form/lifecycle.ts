/** One submission's place among the others of its form. */
export interface Turn {
	/** Whether a later submission was applied before, or the user has moved on. */
	isStale(): boolean;
	/** Notes that this submission's result is being applied, which makes earlier ones stale. */
	apply(): void;
	/**
	 * Resolves in the next task. A submission that comes before then takes this one's place and
	 * aborts it, as with the browser's planned navigation (HTML, section 4.10.22.3, step 24).
	 */
	wait(controller: AbortController): Promise<void>;
}

/**
 * Numbers the submissions of one form, so that lateness is decided here and nowhere else.
 *
 * @param age a number that changes when the user moves to another page
 * @returns a function that begins a submission
 */
export const createOrder = (age: () => number | undefined): (() => Turn) => {
	let sent = 0;
	let applied = 0;
	let planned: AbortController | undefined;
	return () => {
		const mine = ++sent;
		const born = age();
		return {
			isStale: () => mine < applied || born !== age(),
			apply() {
				applied = mine;
			},
			async wait(controller) {
				planned?.abort();
				planned = controller;
				await new Promise((resolve) => setTimeout(resolve));
				if (planned === controller) planned = undefined;
			}
		};
	};
};
