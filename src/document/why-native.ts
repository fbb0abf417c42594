import { doc } from '../dom/doc.ts';
import { declaresAtTopLevel } from './make/declarations.ts';
import { realm, REMEMBERED } from './make/realm.ts';

const CLASSIC = /^$|^(text|application)\/(x-)?(java|ecma|j|live)script/i;

/** The scripts that have been looked at: most documents keep theirs. */
const declares = new WeakMap<HTMLScriptElement, boolean>();

const holdsDeclarations = (script: HTMLScriptElement): boolean => {
	if (script.src || !CLASSIC.test(script.type)) return false;
	const known = declares.get(script) ?? declaresAtTopLevel(script.text);
	declares.set(script, known);
	return known;
};

/** External scripts of this origin that have been looked at, by URL. */
const inspected = new Map<string, Promise<boolean>>();

/** Reads a script that the browser has loaded from its cache; what is not there is not asked for again. */
const declaresIn = async (src: string): Promise<boolean> => {
	const response = await fetch(src, { cache: 'only-if-cached', mode: 'same-origin' });
	return response.ok && declaresAtTopLevel(await response.text());
};

/**
 * Looks at the external scripts of the document, before one of its forms is sent. Those of another origin, and those
 * that may not be cached, show at their first error what they declare.
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
 * Notes for the rest of the session that a script of this site cannot run twice in one window.
 *
 * @param message what an `error` event says
 */
export const noteScriptError = (message: string): void => {
	// V8, SpiderMonkey, JavaScriptCore.
	if (!/has already been declared|redeclaration of|duplicate variable/i.test(message)) return;
	realm().reason = 'declarations';
	try {
		sessionStorage.setItem(REMEMBERED, 'declarations');
	} catch {
		// Storage may be forbidden; then it is known until the window is left.
	}
};

const findReason = (): string | null => {
	const { reason, trust } = realm();
	if (reason) return reason;
	if (doc.contentType !== 'text/html') return 'xml';
	// Of a frame with a sandbox, or of no server.
	if (self.origin === 'null') return 'origin';
	if (!trust) return 'trusted-types';
	return [...doc.scripts].some(holdsDeclarations) ? 'declarations' : null;
};

/**
 * Why no document can be made in the place of this one with the outcome of a load.
 *
 * @returns a word, or `null` where one can
 */
export const whyNative = (): string | null => {
	const reason = findReason();
	// Once declared it stays so: the documents to come are made in the same window.
	if (reason === 'declarations') realm().reason = reason;
	return reason;
};
