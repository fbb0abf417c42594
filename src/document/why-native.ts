import { doc } from '../dom/doc.ts';
import { isHttp } from '../protocol/is-http.ts';
import { declaresAtTopLevel } from './make/declarations.ts';
import { realm, REMEMBERED } from './make/realm.ts';

const CLASSIC = /^$|^(text|application)\/(x-)?(java|ecma|j|live)script/i;

/** The inspected scripts: most documents have the same ones. */
const declares = new WeakMap<HTMLScriptElement, boolean>();

const holdsDeclarations = (script: HTMLScriptElement): boolean => {
	if (script.src || !CLASSIC.test(script.type)) return false;
	const known = declares.get(script) ?? declaresAtTopLevel(script.text);
	declares.set(script, known);
	return known;
};

/** The inspected external scripts of this origin, by URL. */
const inspected = new Map<string, Promise<boolean>>();

/** Reads a script from the browser's cache. Never requests it again. */
const declaresIn = async (src: string): Promise<boolean> => {
	const response = await fetch(src, { cache: 'only-if-cached', mode: 'same-origin' });
	return response.ok && declaresAtTopLevel(await response.text());
};

/**
 * Inspects the external scripts of the document, before one of its forms is sent. For scripts of another origin, or
 * without a cache entry, only their first error shows a declaration.
 */
export const inspectScripts = async (): Promise<void> => {
	const found = [...doc.scripts].map(({ src, type }) => {
		if (!CLASSIC.test(type) || !src.startsWith(`${location.origin}/`)) return false;
		const known = inspected.get(src) ?? declaresIn(src).catch(() => false);
		inspected.set(src, known);
		return known;
	});
	if ((await Promise.all(found)).includes(true)) realm().reason = 'declarations';
};

/**
 * What V8, SpiderMonkey and JavaScriptCore say of a second declaration, of `Object.defineProperty` on the window, and of a
 * policy for Trusted Types.
 */
const RUNS_ONCE =
	/has already been declared|redeclaration of|duplicate variable|redefine (property|non-conf)|change .* of .*readonly|policy with name .* exists/i;

/**
 * Records for the rest of the session that a script of this site cannot run twice in one window.
 *
 * @param message the message of an `error` event
 */
export const noteScriptError = (message: string): void => {
	if (!RUNS_ONCE.test(message)) return;
	realm().reason = 'declarations';
	try {
		sessionStorage.setItem(REMEMBERED, 'declarations');
	} catch {
		// If storage is forbidden, only this window remembers it.
	}
};

const findReason = (): string | null => {
	const { reason, trust } = realm();
	if (reason) return reason;
	if (doc.contentType !== 'text/html') return 'xml';
	// In a sandboxed frame, or a document without an address of a server: `srcdoc`, `blob:`.
	if (self.origin === 'null' || !isHttp(location)) return 'origin';
	if (!trust) return 'trusted-types';
	return [...doc.scripts].some(holdsDeclarations) ? 'declarations' : null;
};

/**
 * Decides whether a made document can have the same effect as a page load.
 *
 * @returns the reason why not, as one word, or `null`
 */
export const whyNative = (): string | null => {
	const reason = findReason();
	// The declaration stays for all later documents, which are made in the same window.
	if (reason === 'declarations') realm().reason = reason;
	return reason;
};
