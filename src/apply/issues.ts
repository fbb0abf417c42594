import type { FocusAtSubmit } from '../dom/focus-after-result.ts';
import type { FieldsFailure } from '../fields/failure.ts';
import type { FieldsOfForm } from '../fields/options.ts';
import type { PageStore } from '../page/page-state.ts';

/** The submission that a result is of. */
export interface Origin extends FocusAtSubmit {
	readonly options?: FieldsOfForm;
}

/** Where a failure is shown. */
interface Where {
	origin: Origin | undefined;
	/** The page whose `form` it is. */
	page: PageStore | undefined;
	/** Whether no framework renders the page. */
	isPlain: boolean;
}

type Live = typeof import('../fields/live/live.ts');

let live: Live | undefined;

const showIssues = (
	{ showFailure }: Live,
	failure: FieldsFailure,
	{ origin, page, isPlain }: Where
): ((control: Element) => boolean) =>
	showFailure(failure, {
		form: origin?.form,
		fields: origin?.options ?? {},
		isPlain,
		replace(before, now) {
			if (page && page.current.form !== before) return false;
			page?.set({ form: now });
			return true;
		}
	});

/**
 * Loads what shows the issues of a failure.
 *
 * @returns a function that does, and returns which controls they are about
 */
export const loadShowIssues = async (): Promise<
	(failure: FieldsFailure, where: Where) => (control: Element) => boolean
> => {
	const loaded = (live ??= await import('../fields/live/live.ts'));
	return (failure, where) => showIssues(loaded, failure, where);
};

/** Forgets the issues of a form: there is a newer answer. */
export const forgetIssues = (form: HTMLFormElement): void => live?.forgetFailure(form);
