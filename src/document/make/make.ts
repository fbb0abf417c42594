import { doc } from '../../dom/doc.ts';
import { newPolicies, noncesFor, noncesIn, type Nonces } from './policies.ts';
import { defineUnwrap, unwrapAll, wrapCustomElements } from './custom-elements.ts';
import { realm } from './realm.ts';
import { replaceWhileLoading, tellShown } from './moving-on.ts';
import { insertIntoHead, rewriteTags, type Tag } from './tags.ts';

/** A received document. */
export interface DocumentText {
	text: string;
	/** Its URL, without a fragment. */
	url: string;
	headers: Headers;
	encoding: string;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const metaOf = (key: string, name: string, content: string): string =>
	`<meta ${key}="${name}" content="${escape(content)}">`;

/** Turns headers into elements for the head, because a made document has no headers. */
const headOf = ({ headers }: DocumentText, nonces: Nonces): string => {
	const refresh = headers.get('refresh');
	// With several, browsers take the first.
	const [language] = headers.get('content-language')?.split(',') ?? [];
	const referrer = headers.get('referrer-policy')?.split(',').at(-1)?.trim();
	return [
		...newPolicies(headers.get('content-security-policy'), nonces).map((policy) =>
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

/** A module runs once per URL, so a module that has run gets another fragment. */
const moduleSource = (written: string, base: string): string | undefined => {
	const { modules, own, made } = realm();
	const source = written.trim().replaceAll('&amp;', '&');
	if (!URL.canParse(source, base)) return undefined;
	const { href } = new URL(source, base);
	const known = modules.has(href);
	modules.add(href);
	return known && !own.has(withoutFragment(href)) ? `${source}#softpost-${made}` : undefined;
};

/** Records the modules of a document that the browser has made. */
const noteModules = (): void => {
	for (const { src } of doc.querySelectorAll<HTMLScriptElement>('script[type=module][src]'))
		realm().modules.add(src);
};

/**
 * Converts an XHTML document, which `document.write` cannot parse, into HTML with the same tree. A malformed one becomes
 * the browser's error page.
 */
const fromXml = (text: string): string => {
	const parsed = new DOMParser().parseFromString(realm().trust!(text), 'application/xhtml+xml');
	const html = doc.implementation.createHTMLDocument();
	html.replaceChild(html.importNode(parsed.documentElement, true), html.documentElement);
	return `<!doctype html>${html.documentElement.outerHTML}`;
};

/** The directive that gives a document an opaque origin, which is impossible in this window. */
const SANDBOX = /(?:^|[;,])\s*sandbox\b([^;,]*)/i;

/** Puts a document with a sandbox policy into a sandboxed frame, as large as the window. */
const sandboxed = (text: string, headers: Headers): string => {
	const [, allowed] = SANDBOX.exec(headers.get('content-security-policy') ?? '') ?? [];
	if (allowed === undefined) return text;
	const [title = ''] = /<title[\s>][^]*?<\/title\s*>/i.exec(text) ?? [];
	const content = insertIntoHead(text, '<base target="_top">');
	return `<!doctype html>${title}<iframe sandbox="${escape(allowed.trim())} allow-top-navigation-by-user-activation" srcdoc="${escape(content)}" style="position:fixed;inset:0;width:100%;height:100%;border:0"></iframe>`;
};

/**
 * The encoding to read a script or style sheet in, if its server names none: that of its document, which a made document
 * cannot have itself.
 */
const charsetOf = ({ name, attributes }: Tag): string | undefined => {
	const source = { script: 'src', link: 'href' }[name];
	return source && attributes.has(source) && !attributes.has('charset')
		? realm().encoding
		: undefined;
};

/** The new `src` of a module script that has already run. */
const changedSource = ({ name, attributes }: Tag, base: string): string | undefined => {
	const isModule = name === 'script' && /^\s*module\s*$/i.test(attributes.get('type') ?? '');
	const source = isModule ? attributes.get('src') : undefined;
	return source && moduleSource(source, base);
};

/**
 * Prepares the text of a document for this window: with the nonces in force, and its headers as elements.
 *
 * @param isMade whether its modules run again
 */
export const prepareText = (page: DocumentText, isMade: boolean): string => {
	const { headers, url } = page;
	const isXml = /xml/i.test(headers.get('content-type') ?? '');
	const text = sandboxed(isXml ? fromXml(page.text) : page.text, headers);
	const nonces = noncesFor(headers.get('content-security-policy'));
	let base: string | undefined;
	const rewritten = rewriteTags(text, (tag) => {
		const href = tag.name === 'base' && tag.attributes.get('href');
		// Only the first `<base>` counts.
		if (href && !base && URL.canParse(href, url)) base = new URL(href, url).href;
		const src = isMade ? changedSource(tag, base ?? url) : undefined;
		const charset = charsetOf(tag);
		return { ...(src && { src }), ...noncesIn(tag, nonces), ...(charset && { charset }) };
	});
	return insertIntoHead(rewritten, headOf(page, nonces));
};

/**
 * The last written element, which closes the document from within the parser. If it were closed from outside, Chromium
 * would report it as complete before its deferred scripts have run.
 */
const END = 'softpost-end';

/** Elements with visible text, in which markup counts as text. */
const TEXT_ONLY = ['plaintext', 'textarea', 'title', 'xmp'];

const withEnd = (text: string): string => {
	const lower = text.toLowerCase();
	const isOpen = (name: string): boolean =>
		lower.lastIndexOf(`<${name}`) > lower.lastIndexOf(`</${name}`);
	// If the document ends inside such text or a tag, the element would become part of it.
	return TEXT_ONLY.some(isOpen) || text.lastIndexOf('<') > text.lastIndexOf('>')
		? text
		: `${text}<${END}></${END}>`;
};

/**
 * Ignores repeated definitions of custom elements and properties of CSS: each document's scripts define them, but a window
 * allows it once.
 */
const definePatiently = (): void => {
	if (customElements.get(END)) return;
	defineUnwrap();
	customElements.define(
		END,
		class extends HTMLElement {
			connectedCallback(): void {
				this.remove();
				try {
					doc.close();
				} catch {
					// Firefox forbids this here, so there the document is closed from outside.
				}
			}
		}
	);
	const { define } = customElements;
	customElements.define = (name, ...definition) => {
		if (!customElements.get(name)) define.call(customElements, name, ...definition);
	};
	const { registerProperty } = CSS;
	CSS.registerProperty = (definition) => {
		try {
			registerProperty(definition);
		} catch (error) {
			if ((error as Error).name !== 'InvalidModificationError') throw error;
		}
	};
};

/** The time of a document's last change as `document.lastModified` gives it: `01/31/2024 23:59:59`, of the user's clock. */
const lastModified = ({ headers }: DocumentText): string => {
	const time = new Date(headers.get('last-modified') ?? Date.now());
	const two = (part: number): string => `${part}`.padStart(2, '0');
	const date = [time.getMonth() + 1, time.getDate(), time.getFullYear()].map(two);
	return `${date.join('/')} ${time.toTimeString().slice(0, 8)}`;
};

/** Replaces properties of the document that come from the headers of the window's first one. */
const setFacts = (facts: Record<string, string>): void => {
	for (const [key, value] of Object.entries(facts))
		Object.defineProperty(document, key, { value, configurable: true });
};

/**
 * Replaces the shown document through the parser, like a page load: every script runs. The caller must set the address
 * first, because relative URLs depend on it.
 *
 * @param parsed called once all of it is parsed
 * @param scroll the scroll position while it is being parsed
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
	// Stop a pending refresh of the page that is left.
	if (doc.querySelector('meta[http-equiv=refresh i]')) stop();
	state.encoding = page.encoding === doc.characterSet.toLowerCase() ? undefined : page.encoding;
	// TypeScript sees text, but the policy sees a trusted type.
	const text = state.trust!(withEnd(wrapCustomElements(prepareText(page, true))));
	doc.open();
	// What a script has set of the document itself outlives its content.
	Object.assign(document, { adoptedStyleSheets: [], designMode: 'off' });
	setFacts({ referrer: state.referrer, lastModified: lastModified(page) });
	for (const add of state.listeners) add();
	replaceWhileLoading(state.isAdded);
	tellShown();
	let isParsed = false;
	const once = (): void => {
		if (isParsed) return;
		isParsed = true;
		unwrapAll();
		parsed();
	};
	// Before all other listeners, so that the page's own listeners see the final state.
	doc.addEventListener('DOMContentLoaded', once, { once: true });
	doc.write(text);
	// It is closed already, unless the parser waits for a script.
	doc.close();
	if (!location.hash) scrollTo(...scroll);
	if (doc.readyState !== 'loading') once();
};
