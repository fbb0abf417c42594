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

/** Which of the two media types a request prefers; JSON where it does not care. */
const preferred = ({ headers }: Request): string | undefined => {
	const accept = headers.get('accept') || '*/*';
	// What our client sends, of which there is no doubt.
	if (accept === JSON_TYPE) return accept;
	return new Negotiator({ headers: { accept } }).mediaType([JSON_TYPE, HTML_TYPE]);
};

/** Whether our own client asks for a page's data instead of its HTML. */
export const isDataRequest = (request: Request): boolean =>
	isRead(request) && request.headers.get(PAGE_DATA_HEADER) === 'true';

/** The keys of the layouts whose `load` our own client does not need again. */
export const heldLayouts = (request: Request): string[] =>
	isDataRequest(request) ? (request.headers.get(HELD_HEADER) ?? '').split(',') : [];

const isActionRequest = ({ headers }: Request): boolean => headers.get(ACTION_HEADER) === 'true';

const leavesPage = (request: Request): boolean => {
	if (request.method === 'POST')
		return !isActionRequest(request) && preferred(request) !== HTML_TYPE;
	return !isRead(request) || (!isDataRequest(request) && preferred(request) !== HTML_TYPE);
};

/** Whether a request is for the route's endpoint; beside a page, what it accepts decides. */
export const goesToEndpoint = (request: Request, route: Route | null): boolean =>
	!!route?.entry.endpoint && (!route.entry.page || leavesPage(request));

/**
 * How a request wants to be answered when it is not an endpoint's own answer:
 * `result` an action result, `data` page data, `json` the bare error of an endpoint, `html` a document.
 */
export type AnswerKind = 'result' | 'data' | 'json' | 'html';

/** How a request wants to be answered. */
export const answerKind = (request: Request, route: Route | null): AnswerKind => {
	if (isDataRequest(request)) return 'data';
	const toEndpoint = goesToEndpoint(request, route);
	if (preferred(request) !== JSON_TYPE || (isRead(request) && !toEndpoint)) return 'html';
	return toEndpoint && !isActionRequest(request) ? 'json' : 'result';
};
