import Negotiator from 'negotiator';
import {
	ACTION_HEADER,
	HELD_HEADER,
	HTML_TYPE,
	JSON_TYPE,
	PAGE_DATA_HEADER
} from '../../protocol/wire.ts';
import { isRead } from '../http.ts';
import type { Route } from './match.ts';

/**
 * How a request wants to be answered when it is not an endpoint's own answer:
 * `result` an action result, `data` page data, `json` the bare error of an endpoint, `html` a document.
 */
type AnswerKind = 'result' | 'data' | 'json' | 'html';

/** What a request asks for. */
interface Wanted {
	/** Whether it is for the route's endpoint; beside a page, what it accepts decides. */
	endpoint: boolean;
	answer: AnswerKind;
	/** The keys of the layouts whose `load` our own client does not need again. */
	held: readonly string[];
}

/** Which of the two media types a request prefers; JSON where it does not care. */
const preferred = (accept: string): string | undefined => {
	// What our client sends, of which there is no doubt.
	if (accept === JSON_TYPE) return accept;
	return new Negotiator({ headers: { accept } }).mediaType([JSON_TYPE, HTML_TYPE]);
};

/** All of a request that decides what it asks for. */
const wordsOf = ({ method, headers }: Request): string =>
	[
		method,
		...['accept', ACTION_HEADER, PAGE_DATA_HEADER, HELD_HEADER].map((name) => headers.get(name))
	].join('\n');

/** Whether a request for a page is for the endpoint beside it. What no page answers always is. */
const leavesPage = (request: Request, type: string | undefined, isAction: boolean): boolean => {
	if (request.method === 'POST') return !isAction && type !== HTML_TYPE;
	return !isRead(request) || type !== HTML_TYPE;
};

/** The wish of our own client for a page's data; `null` for any other request. */
const dataWish = ({ method, headers }: Request, route: Route | null): Wanted | null => {
	if (!isRead({ method }) || headers.get(PAGE_DATA_HEADER) !== 'true') return null;
	const { page, endpoint } = route?.entry ?? {};
	const held = (headers.get(HELD_HEADER) ?? '').split(',');
	return { endpoint: !!endpoint && !page, answer: 'data', held };
};

const decide = (request: Request, route: Route | null, accept: string): Wanted => {
	const { page, endpoint } = route?.entry ?? {};
	const type = preferred(accept);
	const isAction = request.headers.get(ACTION_HEADER) === 'true';
	const toEndpoint = !!endpoint && (!page || leavesPage(request, type, isAction));
	const wanted = { endpoint: toEndpoint, held: [] };
	if (type !== JSON_TYPE || (isRead(request) && !toEndpoint)) return { ...wanted, answer: 'html' };
	return { ...wanted, answer: toEndpoint && !isAction ? 'json' : 'result' };
};

/**
 * Reads what a request asks for.
 *
 * @param takesAnything whether its `accept` does not count
 */
export const wantedOf = (request: Request, route: Route | null, takesAnything = false): Wanted =>
	dataWish(request, route) ??
	decide(request, route, (!takesAnything && request.headers.get('accept')) || '*/*');

/**
 * Reads it again if `handle` changes the words that decide it.
 *
 * @returns what to ask when `handle` calls `resolve`
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
 * What a request wants to be told of an error of `handle`, which comes before there is a page: a client that asks for
 * JSON gets the bare error, as in SvelteKit.
 */
export const wantedOfHandle = (wanted: Wanted, { headers }: Request): Wanted => {
	const accept = headers.get('accept');
	// Our own client reads action results and page data, whoever has thrown.
	const isOurs = wanted.answer === 'data' || headers.get(ACTION_HEADER) === 'true';
	return !isOurs && accept && preferred(accept) === JSON_TYPE
		? { ...wanted, answer: 'json' }
		: wanted;
};
