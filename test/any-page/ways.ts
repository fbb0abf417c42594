/** One way to see a page: as the browser shows it, with softpost, or with a library in its place. */
export interface Way {
	/** The host that the pages are asked for from: each way has its own cookies. */
	host: string;
	/** What stands in the head of the pages. */
	head: string;
	/** Attributes of their body. */
	body?: string;
	/** True in the page once forms are enhanced. */
	ready: string;
}

const scriptOf = (name: string, more = ''): string =>
	`<script src="/peers/${name}" nonce="{nonce}"></script>${more}`;

export const ways = {
	native: { host: 'localhost', head: '', ready: 'true' },
	softpost: {
		host: '127.0.0.1',
		head: '<script type="module" src="/softpost.document.min.js" nonce="{nonce}"></script>',
		ready: `window[Symbol.for('softpost.documents')]`
	},
	turbo: {
		host: 'turbo.localhost',
		head: scriptOf('@hotwired/turbo/dist/turbo.es2017-umd.js'),
		ready: 'window.Turbo'
	},
	htmx: {
		host: 'htmx.localhost',
		head: scriptOf('htmx.org/dist/htmx.js'),
		body: 'hx-boost:inherited="true"',
		ready: 'window.htmx'
	},
	unpoly: {
		host: 'unpoly.localhost',
		head: scriptOf(
			'unpoly/unpoly.js',
			`<script nonce="{nonce}">window.up && (up.form.config.submitSelectors.push('form'), up.link.config.followSelectors.push('a[href]'))</script>`
		),
		ready: 'window.up'
	}
} satisfies Record<string, Way>;

export type WayName = keyof typeof ways;

/** Where the name of the shown page stands: other libraries leave the attributes of `<html>` as they were. */
export const NAMED = process.env.PEERS
	? `document.querySelector('[data-shown]')?.dataset.shown`
	: 'document.documentElement.dataset.page';

/** Names a page at the start of its body, where other libraries are compared. */
export const nameIn = (page: string): string =>
	process.env.PEERS ? `<i hidden="" data-shown="${page}"></i>` : '';

/** The same for markup that names its page only on `<html>`. */
export const nameInMarkup = (markup: string): string => {
	const [tag, page] = /<html[^>]*data-page="?(\w+)[^>]*>/.exec(markup) ?? [];
	if (!page) return markup;
	const start = /<body[^>]*>/.exec(markup)?.[0] ?? tag!;
	// A function, because `$` in a replacement has a meaning.
	return markup.replace(start, () => start + nameIn(page));
};

/** The libraries that the table is played with by `npm run any-page -- --peers`. */
export const peers: WayName[] = ['turbo', 'htmx', 'unpoly'];
