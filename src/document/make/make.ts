import { doc } from '../../dom/doc.ts';
import { realm } from './realm.ts';
import { replaceWhileLoading, tellShown } from './moving-on.ts';
import { insertIntoHead, rewriteTags, type Tag } from './tags.ts';

/** A document that has come. */
export interface DocumentText {
	text: string;
	/** Where it came from, without a fragment. */
	url: string;
	headers: Headers;
	encoding: string;
}

const NONCE = /'nonce-([^']+)'/g;

/** Directives that a `<meta>` cannot set (CSP 3, section 3.3). */
const NOT_IN_META = /(?:^|;)\s*(?:report-uri|report-to|frame-ancestors|sandbox)\b[^;]*/gi;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const metaOf = (key: string, name: string, content: string): string =>
	`<meta ${key}="${name}" content="${escape(content)}">`;

/**
 * The policies of a document that are not in force yet, with the nonce of the one that is: it stays in
 * force as long as the window does.
 */
const newPolicies = (header: string | null, nonce: string | undefined): string[] => {
	const { policies } = realm();
	const wanted = (header ?? '')
		.split(',')
		.map((policy) => policy.replace(NOT_IN_META, '').replace(/^[\s;]+|[\s;]+$/g, ''))
		.map((policy) => (nonce ? policy.replace(NONCE, () => `'nonce-${nonce}'`) : policy));
	const added = wanted.filter((policy) => policy && !policies.has(policy));
	for (const policy of added) policies.add(policy);
	return added;
};

/** The nonce of the document that the browser has made. */
const firstNonce = (): string | undefined =>
	[...doc.querySelectorAll<HTMLElement>('[nonce]')].map(({ nonce }) => nonce).find(Boolean);

/** What headers say that only the document's own head can say here. */
const headOf = ({ headers }: DocumentText, nonce: string | undefined): string => {
	const refresh = headers.get('refresh');
	const language = headers.get('content-language');
	const referrer = headers.get('referrer-policy')?.split(',').at(-1)?.trim();
	return [
		...newPolicies(headers.get('content-security-policy'), nonce).map((policy) =>
			metaOf('http-equiv', 'content-security-policy', policy)
		),
		language && metaOf('http-equiv', 'content-language', language),
		referrer && metaOf('name', 'referrer', referrer),
		refresh && metaOf('http-equiv', 'refresh', refresh)
	]
		.filter(Boolean)
		.join('');
};

const withoutFragment = (url: string): string => url.split('#')[0]!;

/** A module runs once under each URL, so one that has run gets a URL that differs in its fragment. */
const moduleSource = (written: string, base: string): string | undefined => {
	const { modules, own, made } = realm();
	const source = written.trim().replaceAll('&amp;', '&');
	if (!URL.canParse(source, base)) return undefined;
	const { href } = new URL(source, base);
	const known = modules.has(href);
	modules.add(href);
	return known && !own.has(withoutFragment(href)) ? `${source}#softpost-${made}` : undefined;
};

/** Notes the modules of a document that the browser has made. */
const noteModules = (): void => {
	for (const { src } of doc.querySelectorAll<HTMLScriptElement>('script[type=module][src]'))
		realm().modules.add(src);
};

/**
 * Makes of the text of an XHTML document, which no parser can be handed bit by bit, the HTML of the same
 * tree; of a broken one, the page that says what is broken.
 */
const fromXml = (text: string): string => {
	const parsed = new DOMParser().parseFromString(realm().trust!(text), 'application/xhtml+xml');
	const html = doc.implementation.createHTMLDocument();
	html.replaceChild(html.importNode(parsed.documentElement, true), html.documentElement);
	return `<!doctype html>${html.documentElement.outerHTML}`;
};

/** The directive of a policy that has the document be of no origin, which a document in this window cannot be. */
const SANDBOX = /(?:^|[;,])\s*sandbox\b([^;,]*)/i;

/** Puts a document that its policy has in a sandbox into a frame with one, as large as the window. */
const sandboxed = (text: string, headers: Headers): string => {
	const [, allowed] = SANDBOX.exec(headers.get('content-security-policy') ?? '') ?? [];
	if (allowed === undefined) return text;
	const [title = ''] = /<title[\s>][^]*?<\/title\s*>/i.exec(text) ?? [];
	const content = insertIntoHead(text, '<base target="_top">');
	return `<!doctype html>${title}<iframe sandbox="${escape(allowed.trim())} allow-top-navigation-by-user-activation" srcdoc="${escape(content)}" style="position:fixed;inset:0;width:100%;height:100%;border:0"></iframe>`;
};

/** A module script that has run under its URL gets another one. */
const changedSource = ({ name, attributes }: Tag, base: string): string | undefined => {
	const isModule = name === 'script' && /^\s*module\s*$/i.test(attributes.get('type') ?? '');
	const source = isModule ? attributes.get('src') : undefined;
	return source && moduleSource(source, base);
};

/**
 * The text of a document as it can be made in this window: with the nonce in force, and with what its headers say.
 *
 * @param isMade whether its modules run, also those that have run before
 */
export const prepareText = (page: DocumentText, isMade: boolean): string => {
	const state = realm();
	const { headers, url } = page;
	const isXml = /xml/i.test(headers.get('content-type') ?? '');
	const text = sandboxed(isXml ? fromXml(page.text) : page.text, headers);
	const [, theirs] = new RegExp(NONCE).exec(headers.get('content-security-policy') ?? '') ?? [];
	state.nonce ??= firstNonce() ?? theirs;
	const { nonce } = state;
	let base: string | undefined;
	const rewritten = rewriteTags(text, (tag) => {
		const href = tag.name === 'base' && tag.attributes.get('href');
		// The first one counts.
		if (href && !base && URL.canParse(href, url)) base = new URL(href, url).href;
		const src = isMade ? changedSource(tag, base ?? url) : undefined;
		const isNonced = !!nonce && !!theirs && tag.attributes.get('nonce') === theirs;
		return { ...(src && { src }), ...(isNonced && { nonce }) };
	});
	return insertIntoHead(rewritten, headOf(page, nonce));
};

/**
 * The last element of what is written, which closes the document from within the parser. Closed from outside,
 * Chromium calls it complete before its deferred scripts have run.
 */
const END = 'softpost-end';

/** Elements whose text a user sees, and in which markup is text. */
const TEXT_ONLY = ['plaintext', 'textarea', 'title', 'xmp'];

const withEnd = (text: string): string => {
	const lower = text.toLowerCase();
	const isOpen = (name: string): boolean =>
		lower.lastIndexOf(`<${name}`) > lower.lastIndexOf(`</${name}`);
	// Where the document ends in text, or in a tag, it would be read as such.
	return TEXT_ONLY.some(isOpen) || text.lastIndexOf('<') > text.lastIndexOf('>')
		? text
		: `${text}<${END}></${END}>`;
};

/** Has scripts that define their elements in each document do so in one window, where a name is defined once. */
const definePatiently = (): void => {
	if (customElements.get(END)) return;
	customElements.define(
		END,
		class extends HTMLElement {
			connectedCallback(): void {
				this.remove();
				try {
					doc.close();
				} catch {
					// Firefox forbids it here; there it is closed from outside.
				}
			}
		}
	);
	const { define } = customElements;
	customElements.define = (name, ...definition) => {
		if (!customElements.get(name)) define.call(customElements, name, ...definition);
	};
};

/**
 * Makes a document in the place of the one that is shown, by the parser, as a load would: every script
 * runs. The address is the caller's to set first, because relative URLs stand on it.
 *
 * @param parsed called once all of it is parsed
 * @param scroll where the window is scrolled to while it is parsed
 */
export const makeDocument = (
	page: DocumentText,
	parsed: () => void,
	scroll: [x: number, y: number]
): void => {
	const state = realm();
	state.made++;
	noteModules();
	definePatiently();
	// A page that was left does not move on by itself any more.
	if (doc.querySelector('meta[http-equiv=refresh i]')) stop();
	// A type that cannot be told apart from text by TypeScript, and can by a policy.
	const text = state.trust!(withEnd(prepareText(page, true)));
	doc.open();
	state.encoding = page.encoding === doc.characterSet.toLowerCase() ? undefined : page.encoding;
	Object.defineProperty(document, 'referrer', { value: state.referrer, configurable: true });
	for (const add of state.listeners) add();
	replaceWhileLoading(state.isAdded);
	tellShown();
	let isParsed = false;
	const once = (): void => {
		if (!isParsed) parsed();
		isParsed = true;
	};
	// The first of all listeners: what the page's own find is what the user is to find.
	doc.addEventListener('DOMContentLoaded', once, { once: true });
	doc.write(text);
	// It was closed already, unless a script that is waited for stands before the end.
	doc.close();
	if (!location.hash) scrollTo(...scroll);
	if (doc.readyState !== 'loading') once();
};
