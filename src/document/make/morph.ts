import { announce } from '../../dom/announce.ts';
import { doc } from '../../dom/doc.ts';
import { Idiomorph } from 'idiomorph';
import { prepareText, type DocumentText } from './make.ts';
import { realm } from './realm.ts';

/** A script that runs: those that a parser without a window has made do not. */
const running = (script: HTMLScriptElement): HTMLScriptElement => {
	const copy = doc.createElement('script');
	for (const { name, value } of script.attributes) copy.setAttribute(name, value);
	copy.text = script.text;
	return copy;
};

const isScript = (node: Node): node is HTMLScriptElement => node instanceof HTMLScriptElement;

/** Runs the scripts that have come with a node. */
const runScripts = (node: Node): void => {
	if (isScript(node)) node.replaceWith(running(node));
	else if (node instanceof Element)
		for (const script of node.querySelectorAll('script')) script.replaceWith(running(script));
};

const sameScript = (one: HTMLScriptElement, other: HTMLScriptElement): boolean =>
	one.src === other.src && one.type === other.type && one.text === other.text;

/** A script of both pages is one, though each page has a nonce of its own. */
const alignNonces = (next: Document): void => {
	for (const script of next.querySelectorAll<HTMLScriptElement>('script[nonce]')) {
		const twin = [...doc.scripts].find((known) => sameScript(known, script));
		const nonce = twin?.getAttribute('nonce');
		if (nonce != null) script.setAttribute('nonce', nonce);
	}
};

/**
 * Changes the shown document into one that has come. Elements of both stay, with their selection, what they play
 * and whether they are open; only scripts that are new run.
 *
 * @param parsed called when that is done
 */
export const morphDocument = (
	page: DocumentText,
	parsed: () => void,
	scroll: [x: number, y: number]
): void => {
	const text = realm().trust!(prepareText(page, false));
	const next = new DOMParser().parseFromString(text, 'text/html');
	alignNonces(next);
	// It waits for nothing, unless it is told to block.
	void Idiomorph.morph(doc.documentElement, next.documentElement, {
		morphStyle: 'outerHTML',
		callbacks: {
			afterNodeAdded: runScripts,
			beforeNodeMorphed(from, to) {
				if (!isScript(from) || !isScript(to) || sameScript(from, to)) return true;
				from.replaceWith(running(to));
				return false;
			},
			beforeAttributeUpdated: (name, element) =>
				// Users open and close these; `<details>` and `<dialog>` say so in an attribute.
				!(name === 'open' && /^(details|dialog)$/.test(element.localName)),
			// The place for errors is ours.
			beforeNodeRemoved: (node) =>
				!(node instanceof Element && node.matches('[data-softpost-error]'))
		}
	});
	if (!location.hash) scrollTo(...scroll);
	parsed();
	// Of a document that is loaded, or made by the parser, the browser tells itself.
	announce(doc.title);
};
