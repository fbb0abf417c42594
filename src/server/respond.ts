import { encodePage, encodeResult } from '../protocol/encode.ts';
import { SoftpostError } from '../protocol/errors.ts';
import type { PageData } from '../protocol/page-data.ts';
import { HTML_TYPE, JSON_TYPE, PAGE_DATA_HEADER } from '../protocol/wire.ts';
import { namingWhere } from './unserializable.ts';
import { fallbackDocument } from './document.ts';
import type { Exchange, Site } from './event.ts';
import { answerKind, type AnswerKind } from './negotiate.ts';
import { publicError, type PublicError } from './public-error.ts';
import { isRedirect, json, type Redirect } from './results.ts';
import { actionLocation, type ActionOutcome } from './run-action.ts';
import { loadPage, withError } from './run-load.ts';
import { checkedLocation, headerLocation } from './target.ts';

/** Answers depend on these, and hold what is one user's. */
const PAGE_VARY = `accept, ${PAGE_DATA_HEADER}`;
const PRIVATE = 'private, no-store';

const kindOf = ({ event, route }: Exchange): AnswerKind => answerKind(event.request, route);

const jsonAnswer = (text: string, status: number, headers: Record<string, string>): Response =>
	new Response(text, { status, headers: { 'content-type': JSON_TYPE, 'cache-control': PRIVATE, ...headers } });

const resultAnswer = (text: string, status = 200, headers = {}): Response =>
	jsonAnswer(text, status, { ...headers, vary: 'accept' });

/** Answers with an action's outcome: as a result for JSON, else with the page that shows it. */
export const respondOutcome = async (site: Site, exchange: Exchange, outcome: ActionOutcome): Promise<Response> => {
	const { type, status, data, text } = outcome;
	if (kindOf(exchange) === 'result') return resultAnswer(text, type === 'success' ? 200 : status);
	return respondPage(site, exchange, await loadPage(site, exchange, { status, form: data }));
};

/** Writes a page, as its text for the network. May throw what rendering and encoding throw. */
type Writer = (page: PageData) => string | Promise<string>;

const writeHtml =
	({ render }: Site, { event, transformPage }: Exchange): Writer =>
	async (page) => {
		if (!render) throw new SoftpostError('no_renderer', 'createApp needs a render function to show pages');
		const html = await render({ url: event.url, page });
		return (await transformPage?.({ html, done: true })) ?? html;
	};

const writeData =
	({ transport }: Site): Writer =>
	(page) =>
		namingWhere(`A load of ${page.route}`, () => encodePage({ type: 'page', ...page }, transport));

/** The page itself; after a throw its error in ever fewer layouts, since any of them may be the cause. */
const writeSafely = async (
	site: Site,
	exchange: Exchange,
	page: PageData,
	write: Writer
): Promise<{ page: PageData; text: string | null }> => {
	let shown = page;
	try {
		return { page, text: await write(page) };
	} catch (thrown) {
		const met = await publicError(site, exchange, thrown);
		// An error page that cannot be written is still about its own error.
		if (!page.error) shown = { ...page, ...withError(met) };
	}
	for (let left = page.layouts.length - (page.error ? 1 : 0); left >= 0; left--) {
		shown = { ...shown, layouts: page.layouts.slice(0, left) };
		try {
			return { page: shown, text: await write(shown) };
		} catch {
			// Reported above; this attempt had more to fail on than the next.
		}
	}
	return { page: shown, text: null };
};

const htmlAnswer = ({ headers }: Exchange, { status, error }: PageData, html: string, extra: Record<string, string>): Response =>
	new Response(html, {
		// A success without data is 204 for `page.status`, but a document has a body.
		status: status === 204 ? 200 : status,
		headers: {
			'cache-control': (!error && headers['cache-control']) || 'private, no-cache',
			...extra,
			'content-type': `${HTML_TYPE}; charset=utf-8`,
			vary: PAGE_VARY
		}
	});

/** Answers with a page: its data for our own client, else a document. */
export const respondPage = async (
	site: Site,
	exchange: Exchange,
	page: PageData,
	headers: Record<string, string> = {}
): Promise<Response> => {
	if (kindOf(exchange) === 'data') {
		const { page: shown, text } = await writeSafely(site, exchange, page, writeData(site));
		if (text !== null) return jsonAnswer(text, shown.status, { ...headers, vary: PAGE_VARY });
	}
	const { page: shown, text } = await writeSafely(site, exchange, page, writeHtml(site, exchange));
	return htmlAnswer(exchange, shown, text ?? fallbackDocument(shown), headers);
};

const respondRedirect = ({ status }: Redirect, location: string, kind: AnswerKind): Response => {
	const text = JSON.stringify({ type: 'redirect', status, location });
	if (kind === 'result') return resultAnswer(text);
	if (kind === 'data') return jsonAnswer(text, 200, { vary: PAGE_VARY });
	return new Response(null, { status, headers: { location: headerLocation(location), vary: PAGE_VARY } });
};

const respondError = async (site: Site, exchange: Exchange, shown: PublicError): Promise<Response> => {
	const { status, error, refusal } = shown;
	const kind = kindOf(exchange);
	if (kind === 'html' || kind === 'data') {
		return respondPage(site, exchange, await loadPage(site, exchange, { status, error }), refusal);
	}
	// An endpoint's own errors are what its clients expect of it: the bare body.
	if (kind === 'json' && !refusal) return json(error, { status, headers: { vary: 'accept' } });
	const location = actionLocation(exchange.event.url);
	return resultAnswer(encodeResult({ type: 'error', error, location }), status, refusal);
};

const respondThrownRedirect = async (site: Site, exchange: Exchange, redirect: Redirect): Promise<Response> => {
	const { event, origins } = exchange;
	let location;
	try {
		location = checkedLocation(redirect, event.url, origins);
	} catch (refused) {
		return respondError(site, exchange, await publicError(site, exchange, refused));
	}
	return respondRedirect(redirect, location, kindOf(exchange));
};

/** Answers with whatever app code, or the app itself, has thrown. */
export const respondThrown = async (site: Site, exchange: Exchange, thrown: unknown): Promise<Response> => {
	// Whatever was made of a body that was cut off, the cause is its size.
	const cause = exchange.body.error() ?? thrown;
	if (isRedirect(cause)) return respondThrownRedirect(site, exchange, cause);
	return respondError(site, exchange, await publicError(site, exchange, cause));
};
