import Negotiator from 'negotiator';
import {
	ACTION_HEADER,
	HELD_HEADER,
	HTML_TYPE,
	JSON_TYPE,
	PAGE_DATA_HEADER
} from '../../protocol/wire.ts';
import { headerOf, isRead } from '../http.ts';
import type { Route } from './match.ts';

/**
 * The form of a response that softpost makes (endpoints make their own):
 * `result` an action result, `data` page data, `json` the bare error of an endpoint, `html` a document.
 */
type AnswerKind = 'result' | 'data' | 'json' | 'html';

/** The kind of response that a request asks for. */
interface Wanted {
	/** Whether it is for the route's endpoint. If the route also has a page, the `accept` header decides. */
	endpoint: boolean;
	answer: AnswerKind;
	/** The keys of the layouts whose data our own client already has. */
	held: readonly string[];
}

/** A parameter of a media type, such as `charset`. Our types have none, and would not match one that has. */
const PARAMETER = /;\s*(?!q\s*=)[^;,]*/gi;

/** The media type that a request prefers, JSON or HTML; JSON if both are equal. */
const preferred = (accept: string): string | undefined => {
	// Our client sends exactly this, so there is nothing to negotiate.
	if (accept === JSON_TYPE) return accept;
	const headers = { accept: accept.replace(PARAMETER, '') };
	return new Negotiator({ headers }).mediaType([JSON_TYPE, HTML_TYPE]);
};

/** Everything in a request that decides the kind of response. */
const wordsOf = (request: Request): string =>
	[
		request.method,
		...['accept', ACTION_HEADER, PAGE_DATA_HEADER, HELD_HEADER].map((name) =>
			headerOf(request, name)
		)
	].join('\n');

/** Whether a request goes to the endpoint beside a page. Methods that pages do not support always do. */
const leavesPage = (request: Request, type: string | undefined, isAction: boolean): boolean => {
	if (request.method === 'POST') return !isAction && type !== HTML_TYPE;
	return !isRead(request) || type !== HTML_TYPE;
};

/** Reads a request of our own client for a page's data; `null` for any other request. */
const dataWish = (request: Request, route: Route | null): Wanted | null => {
	if (!isRead(request) || headerOf(request, PAGE_DATA_HEADER) !== 'true') return null;
	const { page, endpoint } = route?.entry ?? {};
	const held = (headerOf(request, HELD_HEADER) ?? '').split(',');
	return { endpoint: !!endpoint && !page, answer: 'data', held };
};

const decide = (request: Request, route: Route | null, accept: string): Wanted => {
	const { page, endpoint } = route?.entry ?? {};
	const isAction = headerOf(request, ACTION_HEADER) === 'true';
	// On a page without a host our client accepts documents too, but it knows a result from this server.
	const type = isAction && request.method === 'POST' ? JSON_TYPE : preferred(accept);
	const toEndpoint = !!endpoint && (!page || leavesPage(request, type, isAction));
	const wanted = { endpoint: toEndpoint, held: [] };
	if (type !== JSON_TYPE || (isRead(request) && !toEndpoint)) return { ...wanted, answer: 'html' };
	return { ...wanted, answer: toEndpoint && !isAction ? 'json' : 'result' };
};

/**
 * Decides the kind of response that a request asks for.
 *
 * @param takesAnything whether to ignore its `accept`
 */
export const wantedOf = (request: Request, route: Route | null, takesAnything = false): Wanted =>
	dataWish(request, route) ??
	decide(request, route, (!takesAnything && headerOf(request, 'accept')) || '*/*');

/**
 * Decides again if `handle` changes the parts of the request that matter.
 *
 * @returns a function to call when `handle` calls `resolve`
 */
export const watchWanted = (
	wanted: Wanted,
	request: Request,
	route: Route | null
): ((request: Request) => Wanted) => {
	const words = wordsOf(request);
	return (changed) => (wordsOf(changed) === words ? wanted : wantedOf(changed, route));
};

/**
 * The kind of response for an error in `handle`, which runs before any page: a client that asks for JSON gets the
 * bare error, as in SvelteKit.
 */
export const wantedOfHandle = (wanted: Wanted, request: Request): Wanted => {
	const accept = headerOf(request, 'accept');
	// Our own client only reads action results and page data.
	const isOurs = wanted.answer === 'data' || headerOf(request, ACTION_HEADER) === 'true';
	return !isOurs && accept && preferred(accept) === JSON_TYPE
		? { ...wanted, answer: 'json' }
		: wanted;
};
