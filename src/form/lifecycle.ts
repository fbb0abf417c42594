/** One submission's place among the others of its form. */
export interface Turn {
	/** Whether a later submission was applied before, or the user has moved on. */
	isStale(): boolean;
	/** Notes that this submission's result is being applied, which makes earlier ones stale. */
	apply(): void;
}

/**
 * Numbers the submissions of one form, so that lateness is decided here and nowhere else.
 *
 * @param age a number that changes when the user moves to another page
 * @returns a function that begins a submission
 */
export const createOrder = (age: () => number): (() => Turn) => {
	let sent = 0;
	let applied = 0;
	return () => {
		const mine = ++sent;
		const born = age();
		return {
			isStale: () => mine < applied || born !== age(),
			apply: () => {
				applied = Math.max(applied, mine);
			}
		};
	};
};

/**
 * Keeps the last of the submissions that one task brings, as the browser does with its planned
 * navigation (HTML, section 4.10.22.3, step 24): each new one aborts the one still waiting.
 */
export const createPlan = (): ((controller: AbortController) => Promise<void>) => {
	let planned: AbortController | undefined;
	return async (controller) => {
		planned?.abort();
		planned = controller;
		await new Promise((resolve) => setTimeout(resolve));
		if (planned === controller) planned = undefined;
	};
};
