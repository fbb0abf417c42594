import { isSamePath } from '../navigation/same-page.ts';
import type { Outcome } from '../navigation/navigator.ts';
import { pageAfter } from '../navigation/load/page-after.ts';
import type { ActionResult } from '../protocol/action-result.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { redirectTarget } from '../protocol/wire.ts';

/** One change to the page. A result becomes a list of these, carried out in order. */
export type Step =
	| { do: 'refresh'; outcome?: Outcome | undefined }
	| { do: 'reset' }
	| ({ do: 'show' } & Outcome)
	/** The data may say which fields are wrong. `isShown`: as `form` of the page. */
	| { do: 'issues'; data: unknown; isShown: boolean }
	| { do: 'focus'; invalid: boolean }
	| { do: 'goto'; url: URL; outcome?: Outcome }
	| { do: 'fail'; error: unknown; status: number };

/** The options of `update`. */
export interface UpdateOptions {
	/** Resets the form after a success. Default `true`. */
	reset?: boolean;
	/** Reruns every `load` after a success. Default `true`. */
	invalidateAll?: boolean;
	/** SvelteKit 3's name for it; `true` also reruns them after a failure. */
	refreshAll?: boolean;
	/** Navigates to the page of the action, if it is not this one, and shows the result there. Default `false`. */
	navigate?: boolean;
}

/** The options of `update`, with those of the submission. */
export interface PlanOptions extends UpdateOptions {
	/** `keep` leaves the page as it is after an error, and the page shows the error itself. Default `boundary`. */
	onError?: 'boundary' | 'keep' | undefined;
	/** Whether an error boundary has replaced the form's page, which must be shown again. */
	bringBack?: boolean | undefined;
}

/** Makes the error of a redirect that must not be followed. */
export const refusedRedirect = (location: string): SoftpostError => {
	const excerpt = location.slice(0, 80);
	return new SoftpostError('external_url', `Refused to go to ${excerpt}. Use an http(s) URL`, {
		excerpt
	});
};

const planRedirect = (location: string, action: URL): Step[] => {
	const url = redirectTarget(location, action);
	return [
		url ? { do: 'goto', url } : { do: 'fail', status: 500, error: refusedRedirect(location) }
	];
};

const planError = (
	{ error, status = 500 }: ActionResult & { type: 'error' },
	{ onError }: PlanOptions
): Step[] =>
	onError === 'keep'
		? []
		: [
				{ do: 'fail', error, status },
				{ do: 'focus', invalid: false }
			];

type Data = ActionResult & { type: 'success' | 'failure' };

const planIssues = ({ type, data }: Data, isShown: boolean): Step | false =>
	type === 'failure' && !!data?.issues && { do: 'issues', data, isShown };

const planPage = (
	result: Data,
	outcome: Outcome | undefined,
	{ reset = true, refreshAll, invalidateAll = refreshAll ?? true, bringBack }: PlanOptions
): Step[] => {
	const success = result.type === 'success';
	const restart = success && reset && ({ do: 'reset' } as const);
	const steps: (Step | false | undefined)[] = [
		// The page comes back with its edited fields, except these.
		bringBack && restart,
		(bringBack || (success ? invalidateAll : refreshAll)) && { do: 'refresh', outcome },
		outcome && { do: 'show', ...outcome },
		!bringBack && restart,
		planIssues(result, !!outcome),
		{ do: 'focus', invalid: !success }
	];
	return steps.filter((step) => !!step);
};

/**
 * Plans the changes that a result makes to the page. The default follows the browser as closely as possible.
 *
 * @param action  the URL that the form was posted to
 * @param here    the URL of the shown page
 * @param options changes to the default
 */
export const planUpdate = (
	result: ActionResult,
	action: URL,
	here: URL,
	options: PlanOptions = {}
): Step[] => {
	if (result.type === 'redirect') return planRedirect(result.location, action);
	if (result.type === 'error') return planError(result, options);
	const outcome = { form: result.data ?? null, status: result.status };
	const url = pageAfter(action, here, options);
	if (url !== here) return [{ do: 'goto', url, outcome }];
	return planPage(result, isSamePath(action, here) ? outcome : undefined, options);
};

/**
 * Plans the changes of `applyAction`: as if the action were on the shown page, without a form to reset and without
 * new data.
 */
export const planApply = (result: ActionResult, here: URL): Step[] => {
	const action = new URL(here);
	// The fragment belongs to the shown page, not to the action: a redirect must not inherit it.
	action.hash = '';
	return planUpdate(result, action, here, { reset: false, invalidateAll: false });
};
