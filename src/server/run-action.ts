import { SoftpostError } from '../protocol/errors.ts';
import { encodeResult } from '../protocol/encode.ts';
import { loadModule, type Lazy } from '../protocol/routes.ts';
import { actionName, actionPage } from '../protocol/wire.ts';
import { FORM_TYPES, mediaType } from './body.ts';
import type { Exchange, Site } from './event.ts';
import type { Route } from './match.ts';
import { allowed } from './methods.ts';
import { ActionFailure, Refusal, isActionFailure, isHttpError, isRedirect } from './results.ts';
import type { Action, PageModule } from './types.ts';
import { namingWhere } from './unserializable.ts';

/** What an action came to, where it is neither a redirect nor an error. */
export interface ActionOutcome {
	type: 'success' | 'failure';
	status: number;
	data: Record<string, unknown> | undefined;
	/** The same as the wire has it. */
	text: string;
}

/** Path and query of the page that an action is on: the `location` of its result. */
export const actionLocation = (url: URL): string => {
	const { pathname, search } = actionPage(url);
	return pathname + search;
};

const described = (url: URL, route: Route): string =>
	`The action "${actionName(url) ?? 'default'}" of ${route.id}`;

const shapeError = (message: string, data: Record<string, unknown>): SoftpostError =>
	new SoftpostError('action_shape', message, data);

const findAction = async (url: URL, route: Route): Promise<Action> => {
	// What is for a route without a page has gone to its endpoint.
	const { actions = {} } = await loadModule(route.entry.page as Lazy<PageModule>);
	const names = Object.keys(actions);
	if (!names.length) throw new Refusal(405, 'This page has no actions', { allow: await allowed(route) });
	if (names.length > 1 && names.includes('default')) {
		throw shapeError(
			`${route.id} has a default action beside named ones, which would go to the action of the page before. Name it`,
			{ route: route.id, actions: names }
		);
	}
	const name = actionName(url) ?? 'default';
	// Own names only: `?/toString` is no action.
	if (!Object.hasOwn(actions, name)) throw new Refusal(404, `No action with name "${name}"`);
	return actions[name] as Action;
};

/** What app code returned or threw by mistake, and what to write instead. */
const mistake = (value: unknown, thrown: boolean): string | null => {
	if (isActionFailure(value)) return thrown ? 'threw fail(…). Return it: return fail(400, { … })' : null;
	if (thrown) return null;
	if (isRedirect(value)) return 'returned a redirect. Throw it: redirect(…) does so by itself';
	if (isHttpError(value)) return 'returned an error. Throw it: error(…) does so by itself';
	if (value instanceof Response) return 'returned a Response. Return a plain object, or answer from an endpoint';
	return value == null || isPlain(value) ? null : 'returned no plain object. Return one: return { value: … }';
};

const isPlain = (value: unknown): boolean => {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
	const prototype = Object.getPrototypeOf(value);
	// An object of another realm has another `Object.prototype`, whose own prototype is null too.
	return prototype === null || Object.getPrototypeOf(prototype) === null;
};

/** Runs the action, and names it in the error where it ended in what no action may end in. */
const call = async (action: Action, { event }: Exchange, what: string): Promise<unknown> => {
	const rejectMistake = (value: unknown, thrown: boolean): void => {
		const found = mistake(value, thrown);
		if (found) throw shapeError(`${what} ${found}`, { what });
	};
	let value;
	try {
		value = await action(event);
	} catch (thrown) {
		rejectMistake(thrown, true);
		throw thrown;
	}
	rejectMistake(value, false);
	if (isActionFailure(value) && value.data != null && !isPlain(value.data)) {
		throw shapeError(`${what} called fail() without a plain object. Write fail(${value.status}, { … })`, { what });
	}
	return value;
};

const outcomeOf = (value: unknown): Omit<ActionOutcome, 'text'> => {
	if (value instanceof ActionFailure) {
		return { type: 'failure', status: value.status, data: value.data ?? undefined };
	}
	const data = (value ?? undefined) as Record<string, unknown> | undefined;
	return { type: 'success', status: data ? 200 : 204, data };
};

/** Encodes for native posts too: data that a renderer alone can use would break with JavaScript on. */
const encoded = ({ transport }: Site, outcome: Omit<ActionOutcome, 'text'>, url: URL, what: string): string => {
	const { type, status, data } = outcome;
	const location = actionLocation(url);
	return namingWhere(what, () => encodeResult({ type, status, ...(data && { data }), location }, transport), 'data');
};

/**
 * Runs the action that a POST to a page is for.
 *
 * @throws {Refusal}     405 without actions, 404 for an unknown one, 415 for what no form sends, 413
 * @throws {SoftpostError} `action_shape` or `unserializable` for what an action cannot answer
 * @throws whatever the action throws
 */
export const runAction = async (site: Site, exchange: Exchange, route: Route): Promise<ActionOutcome> => {
	const { event, body } = exchange;
	const what = described(event.url, route);
	const action = await findAction(event.url, route);
	if (!FORM_TYPES.includes(mediaType(event.request) ?? '')) {
		throw new Refusal(415, `Actions take forms: ${FORM_TYPES.join(', ')}`);
	}
	body.check();
	const value = await call(action, exchange, what);
	// What the action made of a body that was cut off is not what the user sent.
	body.check();
	const outcome = outcomeOf(value);
	return { ...outcome, text: encoded(site, outcome, event.url, what) };
};
