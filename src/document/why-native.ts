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
	if (document.contentType !== 'text/html') return 'xml';
	// Of a frame with a sandbox, or of no server.
	if (self.origin === 'null') return 'origin';
	if (!trust) return 'trusted-types';
	return [...document.scripts].some(holdsDeclarations) ? 'declarations' : null;
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
