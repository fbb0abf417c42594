import { encodeResult } from '../../protocol/encode.ts';
import { SoftpostError } from '../../protocol/errors.ts';
import { loadModule, serverModule, type Lazy } from '../../protocol/routes.ts';
import { actionName, SUBMISSION_HEADER, withoutAction } from '../../protocol/wire.ts';
import { discard } from '../answer.ts';
import type { Exchange } from '../visit/exchange.ts';
import type { Route } from '../visit/match.ts';
import { FORM_TYPES, mediaType, notAForm } from '../body/media-type.ts';
import { allowed } from './methods.ts';
import { headerOf } from '../http.ts';
import { withEvent } from '../request-scope.ts';
import { isActionFailure, isHttpError, isRedirect, Refusal } from '../thrown.ts';
import { checkedLocation } from './target.ts';
import type { Action, PageModule } from '../types.ts';
import { namingWhere } from './unserializable.ts';
import { isPlain, withoutProto } from './without-proto.ts';

/** The success or failure of an action. Redirects and errors are thrown. */
interface ActionOutcome {
	type: 'success' | 'failure';
	status: number;
	data?: Record<string, unknown>;
}

/** Path and query of an action's page: the `location` of its result. */
export const actionLocation = ({ pathname, search }: URL): string =>
	pathname + withoutAction(search);

/** The name of the action in the URL, or `null`. Most URLs have it alone, so that the query need not be parsed. */
const askedName = (url: URL): string | null =>
	/^\?\/([\w-]+)$/.exec(url.search)?.[1] ?? actionName(url);

/** @param asked the name in the URL, or `null` */
const findAction = async (route: Route, asked: string | null): Promise<Action> => {
	const name = asked ?? 'default';
	// Requests to a route without a page have already gone to its endpoint.
	const module: Lazy<PageModule> | undefined = serverModule(route.entry, 'page');
	const { actions = {} } = (module && (await loadModule(module))) ?? {};
	const names = Object.keys(actions);
	if (!names.length) {
		throw new Refusal(405, 'This page has no actions', { allow: await allowed(route) });
	}
	if (names.length > 1 && names.includes('default')) {
		throw new SoftpostError(
			'action_shape',
			`${route.id} has a default action together with named ones, whose names would stay in the URL of its form. Give it a name`,
			{ names }
		);
	}
	if (asked === 'default')
		throw new Refusal(404, 'The action name "default" is reserved. Post to the page without it');
	// Own names only: `?/toString` must not find an inherited method.
	if (!names.includes(name)) throw new Refusal(404, `No action with name "${name}"`);
	return actions[name] as Action;
};

const isData = (value: unknown): boolean => value == null || isPlain(value);

/** Describes a mistake in the value that app code returned, or `false`. */
const mistake = (value: unknown): string | false => {
	if (isActionFailure(value))
		return !isData(value.data) && 'called fail() with something other than a plain object';
	if (isRedirect(value)) return 'returned a redirect. Call redirect(), which throws it';
	if (isHttpError(value)) return 'returned an error. Call error(), which throws it';
	if (value instanceof Response) return 'returned a Response. Return a plain object';
	return !isData(value) && 'must return a plain object, fail() or nothing';
};

const checkShape = (what: string, found: string | false): void => {
	if (found) throw new SoftpostError('action_shape', `${what} ${found}`, { what });
};

const call = async (action: Action, exchange: Exchange, what: string): Promise<unknown> => {
	const { event, body, origins } = exchange;
	const isSaid = 'cache-control' in exchange.headers;
	exchange.action.state = 'running';
	try {
		return await withEvent(event, () => action(event));
	} catch (thrown) {
		checkShape(what, isActionFailure(thrown) && 'threw fail(). Write return fail()');
		if (isRedirect(thrown) && !body.error()) {
			// If the target is refused, the result is an error instead.
			checkedLocation(thrown, event.url, origins);
			exchange.action.state = 'ended';
		}
		throw thrown;
	} finally {
		if (!isSaid) exchange.action.cacheControl = exchange.headers['cache-control'];
	}
};

const outcomeOf = (value: any): ActionOutcome => {
	if (!isActionFailure(value)) {
		return value ? { type: 'success', status: 200, data: value } : { type: 'success', status: 204 };
	}
	const { status, data } = value as { status: number; data?: any };
	return { type: 'failure', status, ...(data && { data }) };
};

const write = (
	what: string,
	outcome: ActionOutcome,
	encode: (outcome: ActionOutcome) => string
): [outcome: ActionOutcome, text: string] => {
	try {
		return [outcome, namingWhere(what, () => encode(outcome), 'data')];
	} catch (unserializable) {
		const clean = withoutProto(outcome);
		if (clean === outcome) throw unserializable;
		return [clean, namingWhere(what, () => encode(clean), 'data')];
	}
};

/**
 * Runs the action that a POST to a page names.
 *
 * @returns its outcome, and the same encoded for the network. Encodes it for native posts too: data that only a
 *   renderer can use would break as soon as JavaScript is on
 * @throws {Refusal} 405 without actions, 404 for an unknown action, 415 if the body is not a form, 413
 * @throws {SoftpostError} `action_shape` or `unserializable` for an invalid return value
 * @throws the action's own errors
 */
export const runAction = async (
	exchange: Exchange,
	route: Route
): Promise<[outcome: ActionOutcome, text: string]> => {
	const { event, body, site } = exchange;
	const name = askedName(event.url);
	const what = `The action "${name ?? 'default'}" of ${route.id}`;
	const action = await findAction(route, name);
	checkShape(what, typeof action !== 'function' && 'must be a function');
	if (!FORM_TYPES.includes(mediaType(event.request) ?? '')) throw notAForm();
	body.check();
	const value = await call(action, exchange, what);
	// The body was cut off, so the action did not get the user's data: ignore its result.
	body.check();
	discard(value);
	checkShape(what, mistake(value));
	const location = actionLocation(event.url);
	// SvelteKit's client sends no id.
	const isOurs = headerOf(event.request, SUBMISSION_HEADER) !== null;
	const written = write(what, outcomeOf(value), (outcome) =>
		encodeResult({ ...outcome, location }, site.transport, isOurs)
	);
	exchange.action.state = written[0].type === 'failure' ? 'failed' : 'ended';
	return written;
};
