import { encodePage, encodeResult } from '../../protocol/encode.ts';
import { SoftpostError } from '../../protocol/errors.ts';
import type { PageData } from '../../protocol/page-data.ts';
import { HTML_TYPE, JSON_TYPE, PAGE_DATA_HEADER } from '../../protocol/wire.ts';
import { WholeAnswer, type Answer } from '../answer.ts';
import { isRead } from '../http.ts';
import { fallbackDocument } from './document.ts';
import type { Exchange } from '../visit/exchange.ts';
import { isAborted, publicError } from '../run/public-error.ts';
import { isRedirect, json, type Redirect } from '../thrown.ts';
import { actionLocation, type runAction } from '../run/run-action.ts';
import { loadPage, withError } from '../run/run-load.ts';
import { checkedLocation, headerLocation } from '../run/target.ts';
import { namingWhere } from '../run/unserializable.ts';
import { withoutProto } from '../run/without-proto.ts';

/** Responses depend on these headers, except the responses to endpoints' clients. */
const VARY = { vary: `accept, ${PAGE_DATA_HEADER}` };
const RESULT_VARY = { vary: 'accept' };

/**
 * Keeps responses out of shared caches unless the app allows it. A `cache-control` for the page does not apply to an
 * error in its place, nor to the response to a form.
 */
const cacheControl = (
	{ event, action, headers }: Exchange,
	isError: boolean
): { 'cache-control': string } => {
	const [said, otherwise] = isRead(event.request)
		? [headers['cache-control'], 'private, no-cache']
		: [action.cacheControl, 'private, no-store'];
	return { 'cache-control': (!isError && said) || otherwise };
};

const jsonAnswer = (text: string, status: number, headers: Record<string, string>): WholeAnswer =>
	new WholeAnswer(text, {
		status,
		headers: { 'content-type': JSON_TYPE, 'cache-control': 'private, no-store', ...headers }
	});

/** Responds with an action's outcome: with the result itself, or with the page that shows it. */
export const respondOutcome = (
	exchange: Exchange,
	[{ type, status, data: form }, text]: Awaited<ReturnType<typeof runAction>>
): Answer | Promise<Answer> =>
	exchange.wanted.answer === 'result'
		? jsonAnswer(text, type === 'success' ? 200 : status, {
				...cacheControl(exchange, false),
				...RESULT_VARY
			})
		: loadPage(exchange, { status, form }).then((page) => respondPage(exchange, page));

/** Writes a page as the text of a response. */
type Writer = (exchange: Exchange, page: PageData) => Promise<string>;

const writeData: Writer = async ({ site }, page) =>
	namingWhere(`A load of ${page.route}`, () =>
		encodePage({ type: 'page', ...page }, site.transport)
	);

const writeHtml: Writer = async ({ site, event, transformPage }, page) => {
	if (!site.render)
		throw new SoftpostError(
			'no_renderer',
			'createApp has no render function. Pass createRenderer() of softpost/svelte/server, or your own'
		);
	const input = { url: event.url, page, server: site.serverCode };
	const html = await Promise.resolve(site.render(input)).catch((thrown) => {
		// The renderer writes the page's data, too.
		if ((thrown as Error | null)?.name !== 'DevalueError') throw thrown;
		return namingWhere(`A load of ${page.route}`, () => {
			throw thrown;
		});
	});
	if (typeof html !== 'string') {
		throw new SoftpostError(
			'response_shape',
			'render of createApp must return the HTML as a string'
		);
	}
	return (await transformPage?.({ html, done: true })) ?? html;
};

/**
 * Writes a page. If that throws, writes the error page within fewer and fewer layouts, since each layout may be
 * the cause.
 *
 * @returns the page that was written, and its text; without a text if even the error could not be written
 */
const writeSafely = async (
	exchange: Exchange,
	page: PageData,
	write: Writer
): Promise<[page: PageData, text?: string]> => {
	try {
		return [page, await write(exchange, page)];
	} catch (thrown) {
		if (isAborted(exchange, thrown)) throw thrown;
		const clean = withoutProto(page);
		if (clean !== page) return writeSafely(exchange, clean, write);
		const met = await publicError(exchange, thrown);
		// If an error page cannot be written, the response still reports its original error.
		const shown = page.error ? page : withError(page, met);
		for (let left = page.layouts.length - (page.error ? 1 : 0); left >= 0; left--) {
			const fewer = { ...shown, layouts: page.layouts.slice(0, left) };
			// It throws again if the same layout is still there; the next attempt has one layout less.
			const text = await write(exchange, fewer).catch(() => null);
			if (text !== null) return [fewer, text];
		}
		return [shown];
	}
};

/** Responds with a page: its data for our own client, else a document. */
export const respondPage = async (
	exchange: Exchange,
	page: PageData,
	extra: Record<string, string> = {}
): Promise<Answer> => {
	if (exchange.wanted.answer === 'data') {
		const [{ status }, text] = await writeSafely(exchange, page, writeData);
		if (text !== undefined) return jsonAnswer(text, status, { ...extra, ...VARY });
	}
	const { errorTemplate } = exchange.site;
	// If the root layout's `load` failed, no layout of the app is left to show the error.
	const isBare = !!page.error && !page.layouts.length && errorTemplate !== undefined;
	const [shown, html = fallbackDocument(shown, errorTemplate)] = isBare
		? [page]
		: await writeSafely(exchange, page, writeHtml);
	return new WholeAnswer(html, {
		// A success without data has the `page.status` 204, but a document has a body.
		status: shown.status === 204 ? 200 : shown.status,
		headers: {
			...cacheControl(exchange, !!shown.error),
			'content-type': `${HTML_TYPE}; charset=utf-8`,
			...extra,
			...VARY
		}
	});
};

const respondError = async (exchange: Exchange, thrown: unknown): Promise<Answer> => {
	const { status, error, refusal } = await publicError(exchange, thrown);
	const kind = exchange.wanted.answer;
	if (kind === 'html' || kind === 'data') {
		return respondPage(exchange, await loadPage(exchange, { status, error }), refusal);
	}
	// An endpoint's clients expect the bare body of its own errors.
	if (kind === 'json' && !refusal)
		return json(error, { status, headers: { ...cacheControl(exchange, true), ...RESULT_VARY } });
	const location = actionLocation(exchange.event.url);
	const text = encodeResult({ type: 'error', error, location });
	return jsonAnswer(text, status, { ...refusal, ...RESULT_VARY });
};

const respondRedirect = (exchange: Exchange, redirect: Redirect): Answer => {
	const { status } = redirect;
	const location = checkedLocation(redirect, exchange.event.url, exchange.origins);
	const kind = exchange.wanted.answer;
	const text = JSON.stringify({ type: 'redirect', status, location });
	if (kind === 'result') return jsonAnswer(text, 200, RESULT_VARY);
	if (kind === 'data') return jsonAnswer(text, 200, VARY);
	return new WholeAnswer(null, {
		status,
		headers: {
			location: headerLocation(location, exchange.event.url),
			...cacheControl(exchange, false),
			...VARY
		}
	});
};

/** For a client that is gone. The number is nginx's for "client closed request". */
const abortedAnswer = (): Answer => new WholeAnswer(null, { status: 499, headers: {} });

/** Responds to an error or a redirect that app code, or softpost itself, has thrown. */
export const respondThrown = async (exchange: Exchange, thrown: unknown): Promise<Answer> => {
	// If the body was cut off at its limit, then the size is the cause, whatever error followed.
	const cause = exchange.body.error() ?? thrown;
	// Not an error of the app: visitors who leave must not fill the log.
	if (isAborted(exchange, cause)) return abortedAnswer();
	try {
		if (isRedirect(cause)) return respondRedirect(exchange, cause);
	} catch (refused) {
		return respondThrown(exchange, refused);
	}
	return respondError(exchange, cause);
};
