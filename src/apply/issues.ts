import type { FocusAtSubmit } from '../dom/focus-after-result.ts';
import type { FieldsOfForm } from '../fields/options.ts';
import type { FailedForm } from '../fields/live/live.ts';

/** The submission that a result is of. */
export interface Origin extends FocusAtSubmit {
	readonly options?: FieldsOfForm;
}

type Live = typeof import('../fields/live/live.ts');

let live: Live | undefined;

/**
 * Shows what a failure says of fields.
 *
 * @param data   the failure's
 * @param isLate asked once the code for it is there
 * @returns which controls it is about
 */
export const showIssues = async (
	data: unknown,
	where: FailedForm,
	isLate: (() => boolean) | undefined
): Promise<ReturnType<Live['showFailure']>> => {
	// The result is shown all the same where a deployment or a dead network has taken the code away.
	live ??= await import('../fields/live/live.ts').catch(() => undefined);
	return isLate?.() ? undefined : live?.showFailure(data, where);
};

/** Forgets the issues of a form: there is a newer answer. */
export const forgetIssues = (form: HTMLFormElement): void => live?.forgetFailure(form);
