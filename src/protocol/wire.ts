/**
 * Names and numbers that travel between the two halves. No string of the wire is spelled twice:
 * `docs/wire.md` says what they mean.
 */

export const JSON_TYPE = 'application/json';
export const HTML_TYPE = 'text/html';
export const URLENCODED_TYPE = 'application/x-www-form-urlencoded';
export const MULTIPART_TYPE = 'multipart/form-data';
export const PLAIN_TYPE = 'text/plain';

/** What a form asks for where pages are shown: documents first, because servers that negotiate would else answer data that no one shows. */
export const DOCUMENT_ACCEPT =
	'text/html, application/xhtml+xml, application/xml;q=0.9, application/json;q=0.8, */*;q=0.7';

/** The key of our mark in the state of a history entry, where a document was made: other code may keep things there, too. */
export const DOCUMENT_MARK = 'softpost:document';

/** Whether a response says that it is a document. */
export const isHtml = ({ headers }: Response): boolean =>
	/^(text\/html|application\/xhtml\+xml)\b/i.test(headers.get('content-type') ?? '');

/** Marks a request for an action, so that an endpoint beside the page does not get it. */
export const ACTION_HEADER = 'x-sveltekit-action';

/**
 * Marks a GET of our own client that wants a page's data instead of its HTML: `true`. On a POST for an action
 * it holds the path and query of the page that is to come, fresh, with a success; see `FreshPage`.
 */
export const PAGE_DATA_HEADER = 'x-softpost-page';

/**
 * Stands before that path where a callback decides what becomes of the page: `maybe /notes?q=1`. A page whose
 * `load` changes a cookie stays away then, because what it has read once would be gone if no one shows it.
 */
export const MAYBE = 'maybe ';

/** Names the layouts whose data our own client holds, so that their `load` need not run again. */
export const HELD_HEADER = 'x-softpost-held';

/** Stands in that header for the data of the page itself: the client asks for the same URL again. */
export const HELD_PAGE = 'page';

/** Stands among what a `load` depends on for the data of the layouts above it; all others are whole URLs. */
export const PARENT = 'parent';

/** The id of a submission: the same for every copy of it, so that its action runs once. */
export const SUBMISSION_HEADER = 'x-softpost-submission';

/** The field that carries the id where there is no script to set a header. */
export const SUBMISSION_FIELD = 'softpost-submission';

/**
 * The `code` of an error that says that this request has run nothing: a client that sends the same
 * submission again, with the same id and after `retry-after` seconds, will be told what became of it.
 */
export const RETRY_LATER = 'retry_later';

/** The first query key that begins with this names the action: `?/register`. */
export const ACTION_PREFIX = '/';

/** The id of the data block that carries the first page's data to `start`. */
export const PAYLOAD_ID = 'softpost-page';

/** Redirects that one navigation follows before it gives up: the limit of the Fetch standard, section 4.4. */
export const MAX_REDIRECTS = 20;

/**
 * The name of the action that a URL asks for, or `null` for the default one.
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
 * The query of a URL without the action in it.
 *
 * As text, because going through `searchParams` would re-encode what is left.
 */
export const withoutAction = (search: string): string =>
	search.replace(/(?<=[?&])(\/|%2f)[^&]*&?/gi, '').replace(/[?&]$/, '');

/** The URL of the page that holds the action of `url`: the same without the `/name` parameter. */
export const actionPage = (url: URL): URL => {
	const page = new URL(url);
	page.search = withoutAction(page.search);
	return page;
};

/** The URL a redirect leads to; the fragment is inherited where it has none (Fetch, section 4.4). */
export const redirectUrl = (location: string, base: URL): URL => {
	const url = new URL(location, base);
	url.hash ||= base.hash;
	return url;
};

/** The longest URL that is followed, in characters: longer ones lead browsers to a blank page. */
const MAX_URL_LENGTH = 65_536;

/**
 * The URL a redirect leads to, or `null` where it must not be followed: no URL, another scheme than http(s),
 * one with a name or password in it, or one that is too long.
 */
export const redirectTarget = (location: string, base: URL): URL | null => {
	if (location.length > MAX_URL_LENGTH || !URL.canParse(location, base)) return null;
	const url = redirectUrl(location, base);
	return isHttp(url) && !url.username && !url.password ? url : null;
};

/** Whether a scheme may be navigated to or fetched. `javascript:`, `data:` and the like never are. */
export const isHttp = (url: URL): boolean => /^https?:$/.test(url.protocol);
