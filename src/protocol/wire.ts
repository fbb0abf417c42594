/**
 * Names and numbers that both halves use on the wire, each defined once. `docs/wire.md` explains them.
 */

import { isHttp } from './is-http.ts';

export const JSON_TYPE = 'application/json';
export const HTML_TYPE = 'text/html';

/** The `accept` header of forms on pages without a host: prefers documents, because such a page cannot show other data. */
export const DOCUMENT_ACCEPT =
	'text/html, application/xhtml+xml, application/xml;q=0.9, application/json;q=0.8, */*;q=0.7';

/** The key of our mark in the state of a history entry whose document was made here. Other code may use the state, too. */
export const DOCUMENT_MARK = 'softpost:document';

/** Whether the content type of a response is that of a document. */
export const isHtml = ({ headers }: Response): boolean =>
	/^(text\/html|application\/xhtml\+xml)\b/i.test(headers.get('content-type') ?? '');

/** Marks a request for an action, so that it does not go to an endpoint of the same route. */
export const ACTION_HEADER = 'x-sveltekit-action';

/**
 * On a GET, `true` asks for a page's data instead of its HTML. On a POST for an action, it contains the path and query
 * of the page that should come along with a success; see `FreshPage`.
 */
export const PAGE_DATA_HEADER = 'x-softpost-page';

/**
 * Precedes that path if a callback may not use the page: `maybe /notes?q=1`. Then a page whose `load` changes a cookie
 * does not come along, because a value that it can read only once would be lost.
 */
export const MAYBE = 'maybe ';

/** Names the layouts whose data our own client already has, so that their `load` need not run again. */
export const HELD_HEADER = 'x-softpost-held';

/** Names the data of the page itself in that header, in a second request for the same URL. */
export const HELD_PAGE = 'page';

/** The dependency of a `load` on the data of the layouts above it. All other dependencies are absolute URLs. */
export const PARENT = 'parent';

/** The header with the id of a submission: every copy has the same id, so that the action runs once. */
export const SUBMISSION_HEADER = 'x-softpost-submission';

/** The field with the id, for forms without a script that could set the header. */
export const SUBMISSION_FIELD = 'softpost-submission';

/**
 * The `code` of an error that says that this request has run nothing. The client should resend the submission with the
 * same id after `retry-after` seconds.
 */
export const RETRY_LATER = 'retry_later';

/** The first query key with this prefix names the action: `?/register`. */
export const ACTION_PREFIX = '/';

/** The most redirects that one navigation follows (Fetch standard, section 4.4). */
export const MAX_REDIRECTS = 20;

/**
 * The name of the action in a URL, or `null` for the default action.
 *
 * @param url the URL a form posts to, such as `/login?/register`
 */
export const actionName = ({ searchParams }: Pick<URL, 'searchParams'>): string | null => {
	for (const key of searchParams.keys()) {
		if (key.startsWith(ACTION_PREFIX)) return key.slice(ACTION_PREFIX.length);
	}
	return null;
};

/**
 * Removes the action from the query of a URL.
 *
 * Works on text, because `searchParams` would re-encode the rest.
 */
export const withoutAction = (search: string): string =>
	search.replace(/(?<=^\?|&)(\/|%2f)[^&]*&?/gi, '').replace(/[?&]$/, '');

/** The URL of an action's page: the same URL without the `/name` parameter. */
export const actionPage = (url: URL): URL => {
	const page = new URL(url);
	page.search = withoutAction(page.search);
	return page;
};

/** The target of a redirect. Without a fragment it inherits the one of `base` (Fetch, section 4.4). */
export const redirectUrl = (location: string, base: URL): URL => {
	const url = new URL(location, base);
	url.hash ||= base.hash;
	return url;
};

/** The longest URL to follow, in characters. Browsers show a blank page for longer ones. */
const MAX_URL_LENGTH = 65_536;

/**
 * The target of a redirect; `null` if it must not be followed: because it is not a URL or too long, because its scheme
 * is not http(s), or because it contains a user name or password.
 */
export const redirectTarget = (location: string, base: URL): URL | null => {
	if (location.length > MAX_URL_LENGTH || !URL.canParse(location, base)) return null;
	const url = redirectUrl(location, base);
	return isHttp(url) && !url.username && !url.password ? url : null;
};
