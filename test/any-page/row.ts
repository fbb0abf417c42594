/** An answer of the generated server. Its text may hold `{…}` that the server fills in, see server.ts. */
export interface Answer {
	status?: number;
	/** Default `text/html; charset=utf-8`; `null` for none. */
	type?: string | null;
	/** Any others. */
	headers?: Record<string, string | string[]>;
	/** A page: its name is what the test waits for. */
	page?: Page;
	/** Any other body, as text in `encoding`. */
	body?: string;
	/** How text becomes bytes. Default `utf8`. */
	encoding?: BufferEncoding;
	/** Bytes in base64, where Node has no encoder. */
	bytes?: string;
	/** Kept in the session, for pages to come: `{session.name}`, or `{spend.name}` to forget it. */
	session?: Record<string, string>;
	/** Waits with the answer until the test lets it go. */
	held?: boolean;
	/** Comes bit by bit. */
	slowly?: boolean;
	/** Ends the connection where the body should. */
	broken?: boolean;
}

/** A page of the generated server, by its parts. */
export interface Page {
	/** What `<html data-page>` says. */
	name: string;
	/** Attributes of `<html>`. */
	html?: string;
	head?: string;
	body: string;
	/** Default `<!doctype html>`. */
	doctype?: string;
	/** Default the page's name. */
	title?: string;
	/** Leaves out `<meta charset>`. */
	bare?: boolean;
}

/** The user's actions. */
export type Step =
	| { click: string }
	| { type: string; text: string }
	/** Presses a key, wherever the focus is. */
	| { press: 'Enter' }
	/** Chooses a file. */
	| { choose: string; file: string }
	/** Runs code in the page. */
	| { run: string }
	| { go: 'back' | 'forward' }
	/** Waits for a page, by its name. */
	| { page: string }
	/** Lets the held answer go, some milliseconds after the server was asked for it. */
	| { release: number }
	/** Waits until an expression is true in the page. */
	| { until: string };

/** One row of the table: pages, and what a user does with them. */
export interface Row {
	name: string;
	/** `GET /path` and `POST /path` of the row's own site. */
	site: Record<string, Answer>;
	/** Default: click the button, then wait for the page `answer`. */
	steps?: Step[];
	/** What differs on purpose. */
	differs?: {
		/** How often the address stays the same: there is no second entry for it. `true` is once. */
		noEntry?: boolean | number;
		/** The field values that are shown with the script, by name; the browser empties them. */
		fields?: Record<string, unknown>;
		/** The page is shown at a `blob:` URL. */
		blob?: boolean;
		/** The scroll position stays. */
		scroll?: boolean;
		/** Additional requests. */
		asked?: string[];
	};
	/** Whether the forms are the browser's, so that a document is loaded. */
	native?: boolean;
	/** Engines that are left out, or the run with other libraries, and why. */
	without?: Record<string, string>;
}

/** A form with a text field, as short as it gets. */
export const form = (more = '', attributes = 'method="post" action="answer"'): string =>
	`<form ${attributes}><label>Name <input name="name" value="Ann"></label>${more}<button id="go">Send</button></form>`;

/** The page with the form. */
export const formPage = (page: Partial<Page> = {}): Answer => ({
	page: { name: 'form', body: form(), ...page }
});

/** The page in answer. */
export const answerPage = (
	page: Partial<Page> = {},
	answer: Omit<Answer, 'page'> = {}
): Answer => ({
	...answer,
	page: { name: 'answer', body: '<h1>Answer to {post.name}</h1>', ...page }
});
