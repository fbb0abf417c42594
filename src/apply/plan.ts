import type { ActionResult } from '../protocol/action-result.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { actionPage, isHttp } from '../protocol/wire.ts';

/** One change to the page. What a result does is a list of these, carried out in order. */
export type Step =
	| { do: 'refresh' }
	| { do: 'show'; form: unknown; status: number }
	| { do: 'reset' }
	| { do: 'focus'; invalid: boolean }
	| { do: 'goto'; url: URL; outcome?: { form: unknown; status: number } }
	| { do: 'leave'; url: URL }
	| { do: 'fail'; error: unknown; status: number };

/** What `update` leaves out or adds. */
export interface UpdateOptions {
	/** Resets the form after a success. Default `true`. */
	reset?: boolean;
	/** Runs every `load` again after a success. Default `true`. */
	invalidateAll?: boolean;
	/** Goes to the page of the action, where that is another one, and shows the result there. Default `false`. */
	navigate?: boolean;
}

const samePage = (one: URL, other: URL): boolean =>
	one.origin === other.origin && one.pathname === other.pathname;

const outcomeOf = (
	result: Extract<ActionResult, { type: 'success' | 'failure' }>
): { form: unknown; status: number } => ({ form: result.data ?? null, status: result.status });

/** Where a redirect leads, from the URL it answers. The fragment is inherited (Fetch, section 4.4). */
const redirectStep = (location: string, base: URL, here: URL): Step => {
	const url = new URL(location, base);
	if (!isHttp(url)) {
		const message = `A redirect may lead to http(s) only, not to ${url.protocol}`;
		return { do: 'fail', error: new SoftpostError('external_url', message, { url: url.href }), status: 500 };
	}
	if (!url.hash) url.hash = base.hash;
	return { do: url.origin === here.origin ? 'goto' : 'leave', url };
};

const failStep = ({ error, status }: Extract<ActionResult, { type: 'error' }>): Step => ({
	do: 'fail',
	error,
	status: status ?? 500
});

/**
 * What `applyAction` does: the result goes to the page that is shown, wherever it came from.
 *
 * @param here the URL that is shown
 */
export const planApply = (result: ActionResult, here: URL): Step[] => {
	if (result.type === 'redirect') return [redirectStep(result.location, here, here)];
	if (result.type === 'error') return [failStep(result), { do: 'focus', invalid: false }];
	return [
		{ do: 'show', ...outcomeOf(result) },
		{ do: 'focus', invalid: result.type === 'failure' }
	];
};

/**
 * What a submission does by default: as far as can be, what the browser would do.
 *
 * @param action the URL that was posted to
 * @param here   the URL that is shown
 */
export const planUpdate = (
	result: ActionResult,
	action: URL,
	here: URL,
	{ reset = true, invalidateAll = true, navigate = false }: UpdateOptions = {}
): Step[] => {
	if (result.type === 'redirect') return [redirectStep(result.location, action, here)];
	if (result.type === 'error') return planApply(result, here);
	const inPlace = samePage(action, here);
	if (navigate && !inPlace) return [{ do: 'goto', url: actionPage(action), outcome: outcomeOf(result) }];
	const success = result.type === 'success';
	const steps: (Step | false)[] = [
		success && invalidateAll && { do: 'refresh' },
		inPlace && { do: 'show', ...outcomeOf(result) },
		success && reset && { do: 'reset' },
		{ do: 'focus', invalid: !success }
	];
	return steps.filter((step) => !!step);
};
