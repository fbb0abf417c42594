import type { FocusAtSubmit } from '../dom/focus-after-result.ts';
import type { FieldsOfForm } from '../fields/options.ts';
import type { FailedForm } from '../fields/live/live.ts';

/** The submission of a result. */
export interface Origin extends FocusAtSubmit {
	readonly options?: FieldsOfForm;
	onDestroy?(undo: () => void): void;
}

type Live = typeof import('../fields/live/live.ts');

let live: Live | undefined;

/**
 * Shows the issues in a failure.
 *
 * @param data   the data of the failure
 * @param isLate checked once the code for it is loaded
 * @returns a predicate for invalid controls
 */
export const showIssues = async (
	data: unknown,
	where: FailedForm,
	isLate: (() => boolean) | undefined
): Promise<ReturnType<Live['showFailure']>> => {
	// If the code cannot be loaded, the result is shown without it.
	live ??= await import('../fields/live/live.ts').catch(() => undefined);
	return isLate?.() ? undefined : live?.showFailure(data, where);
};

/** Removes the issues of a form, because there is a newer response. */
export const forgetIssues = (form: HTMLFormElement): void => live?.forgetFailure(form);
