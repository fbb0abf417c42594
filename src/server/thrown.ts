import { ActionFailure } from '../protocol/action-types.ts';
import type { PageError } from '../protocol/page-data.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { HttpError, Redirect, type External } from '../protocol/thrown.ts';

export { HttpError, Redirect, type External };

/** An expected error of softpost itself, before or instead of app code. */
export class Refusal extends HttpError {
	/** Extra headers of the response, such as `allow` on a 405. */
	readonly headers: Record<string, string>;

	constructor(status: number, message: string, headers: Record<string, string> = {}) {
		super(status, message);
		this.headers = headers;
	}
}

export interface RedirectOptions {
	/**
	 * Lets the redirect leave the origin of the request: `true` for any origin, or a list such as
	 * `['https://login.example.com']`. The scheme must always be `http` or `https`.
	 * @default false
	 */
	external?: External;
}

const checkStatus = (maker: string, status: number, least: number, most: number): void => {
	if (Number.isInteger(status) && status >= least && status <= most) return;
	throw new SoftpostError(
		'http_status',
		`${maker}() takes a status from ${least} to ${most} first, not ${JSON.stringify(status)}`,
		{ status }
	);
};

/**
 * Makes the result of an action whose input is invalid. Return it, do not throw it.
 *
 * @param status the HTTP status of the response, 400 to 599
 * @param data   becomes the page's `form`: a plain object that devalue can serialize
 * @throws {SoftpostError} `http_status` for any other status
 * @example
 * const email = (await request.formData()).get('email');
 * if (!email) return fail(400, { email, missing: true });
 */
export function fail(status: number): ActionFailure<undefined>;
export function fail<Data extends Record<string, unknown> | undefined>(
	status: number,
	data: Data
): ActionFailure<Data>;
export function fail(status: number, data?: unknown): ActionFailure<unknown> {
	checkStatus('fail', status, 400, 599);
	return new ActionFailure(status, data);
}

/**
 * Ends an action, a `load`, an endpoint or `handle` with a redirect. It throws: no `return` is needed.
 *
 * @param status   300 to 308; use 303 after a form
 * @param location the target, relative to the URL of the request; on the same origin unless `external` allows more
 * @throws {Redirect} always
 * @throws {SoftpostError} `http_status` for any other status, `redirect_target` for a location that is neither text nor a URL
 * @example
 * redirect(303, '/notes');
 */
export function redirect(
	status: number,
	location: string | URL,
	{ external = false }: RedirectOptions = {}
): never {
	checkStatus('redirect', status, 300, 308);
	// Else `null`, as of a missing query parameter, would lead to a page named "null".
	if (typeof location !== 'string' && !(location instanceof URL)) {
		throw new SoftpostError(
			'redirect_target',
			`redirect() takes a location, a string or a URL, not ${String(location)}`,
			{ location }
		);
	}
	throw new Redirect(status, String(location), external);
}

/**
 * Ends an action, a `load`, an endpoint or `handle` with an expected error. It throws.
 *
 * @param status 400 to 599
 * @param body   becomes `page.error`; a string becomes its `message`
 * @throws {HttpError} always
 * @throws {SoftpostError} `http_status` for any other status
 * @example
 * if (!note) error(404, 'Note not found');
 */
export function error(status: number, body: PageError | string = `Error: ${status}`): never {
	checkStatus('error', status, 400, 599);
	throw new HttpError(status, body);
}

/**
 * Whether a value was made by {@link fail}.
 *
 * @example
 * const result = await actions.default(event);
 * if (isActionFailure(result)) console.log(result.status, result.data);
 */
export const isActionFailure = (value: unknown): value is ActionFailure<unknown> =>
	value instanceof ActionFailure;

/**
 * Whether a caught value was thrown by {@link redirect}. Throw it again.
 *
 * @example
 * try {
 * 	await signIn(event);
 * } catch (thrown) {
 * 	if (isRedirect(thrown)) throw thrown;
 * 	return fail(400, { message: 'Sign-in failed' });
 * }
 */
export const isRedirect = (value: unknown): value is Redirect => value instanceof Redirect;

/**
 * Whether a caught value was thrown by {@link error}.
 *
 * @param status also requires this status
 * @example
 * if (isHttpError(thrown, 404)) return { note: null };
 */
export const isHttpError = (value: unknown, status?: number): value is HttpError =>
	value instanceof HttpError && (status === undefined || value.status === status);

/**
 * Makes a JSON `Response`, for endpoints.
 *
 * @example
 * export const GET = async () => json({ notes: await db.notes() });
 */
export const json = (data: unknown, init?: ResponseInit): Response => Response.json(data, init);

/**
 * Makes a text `Response`, for endpoints.
 *
 * @example
 * export const GET = () => text('ok');
 */
export const text = (body: string, init?: ResponseInit): Response => new Response(body, init);
