import type { Locator } from 'playwright-core';

/**
 * Notes each value of `data-submitting` on a button from now on: how long one of them is there depends on the
 * machine, their order does not.
 *
 * @returns reads what was noted, the present value last; `null` where the button has no mark
 */
export const watchMark = async (button: Locator): Promise<() => Promise<(string | null)[]>> => {
	const watched = await button.evaluateHandle((element) => {
		const before: (string | null)[] = [];
		new MutationObserver((records) => {
			before.push(...records.map(({ oldValue }) => oldValue));
		}).observe(element, { attributeFilter: ['data-submitting'], attributeOldValue: true });
		return { before, element };
	});
	return async () => {
		const values = await watched.evaluate(({ before, element }) => [
			...before,
			element.getAttribute('data-submitting')
		]);
		// Each submission of the button sets its mark again.
		return values.filter((value, index) => !index || value !== values[index - 1]);
	};
};
