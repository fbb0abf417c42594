import type { IncomingHttpHeaders } from 'node:http';

/** A document, before the compared library is added. */
export interface PageParts {
	/** Markup for the head. */
	head: string;
	/** Markup for the body: the forms, and scripts that run while it is parsed. */
	body: string;
	/** The character encoding that the document is sent in. */
	charset: string;
}

/** An answer of the server. */
export interface Answer {
	status: number;
	headers: Record<string, string>;
	body: string;
}

/** The server's response in a case. */
export interface Outcome {
	/** Where to redirect to (303); without it, a success. */
	redirect?: string;
	/** Milliseconds until it answers. */
	delay?: number;
}

/**
 * What is compared with the browser: softpost, or a peer. To add one, write `subjects/<name>.ts` that
 * exports a `subject`; `npm run parity -- --peer <name>` then runs the same cases with it.
 *
 * - `page` makes the document. Its script must put every form of the document under the subject's care,
 *   as its own documentation says, and then call `parity.ready()` (in-page.js is loaded before the body).
 * - `parity.enhance` is what cases call for forms that come later or are in shadow trees; it may be
 *   left as it is where the subject has no such call.
 * - `isEnhanced` tells the subject's requests from the browser's own, and `answer` answers them so that
 *   the subject takes the submission for a success, or for a redirect.
 * - `serve` is asked for everything outside of the cases' own pages, such as scripts.
 */
export interface Subject {
	name: string;
	/** Its version, for the report. */
	version: string;
	page(parts: PageParts): string | Promise<string>;
	isEnhanced(headers: IncomingHttpHeaders): boolean;
	answer(outcome: Outcome, method: string): Answer;
	serve?(url: URL): Promise<Answer | undefined>;
	/** Ends what it has started. */
	close?(): Promise<void>;
}

/** The answer that a browser gets. */
export const documentAnswer = ({ redirect }: Outcome): Answer => ({
	status: redirect ? 303 : 200,
	headers: { 'content-type': 'text/html', ...(redirect && { location: redirect }) },
	body: '<!doctype html><title>Answer</title><p>Answer</p>'
});

/** A document with a script at its end. */
export const documentWith = ({ head, body, charset }: PageParts, script: string): string =>
	`<!doctype html><html><head><meta charset="${charset}"><link rel="icon" href="data:,">` +
	`<script src="/in-page.js"></script>${head}</head><body>${body}${script}</body></html>`;

/** The browser, with nothing on top of it. */
export const browserItself: Subject = {
	name: 'browser',
	version: '',
	page: (parts) => documentWith(parts, '<script>parity.ready()</script>'),
	isEnhanced: () => false,
	answer: documentAnswer
};
