import { announce } from '../../dom/announce.ts';
import { doc } from '../../dom/doc.ts';
import { Idiomorph } from 'idiomorph';
import { prepareText, type DocumentText } from './make.ts';
import { realm } from './realm.ts';

/** Copies a script so that it runs, because scripts of a parser without a window do not run. */
const running = (script: HTMLScriptElement): HTMLScriptElement => {
	const copy = doc.createElement('script');
	for (const { name, value } of script.attributes) copy.setAttribute(name, value);
	copy.text = script.text;
	return copy;
};

const isScript = (node: Node): node is HTMLScriptElement => node instanceof HTMLScriptElement;

/** Runs the scripts in a new node. */
const runScripts = (node: Node): void => {
	if (isScript(node)) node.replaceWith(running(node));
	else if (node instanceof Element)
		for (const script of node.querySelectorAll('script')) script.replaceWith(running(script));
};

const sameScript = (one: HTMLScriptElement, other: HTMLScriptElement): boolean =>
	one.src === other.src && one.type === other.type && one.text === other.text;

/** Gives a script that both pages have the same nonce, so that it counts as the same script. */
const alignNonces = (next: Document): void => {
	for (const script of next.querySelectorAll<HTMLScriptElement>('script[nonce]')) {
		const twin = [...doc.scripts].find((known) => sameScript(known, script));
		const nonce = twin?.getAttribute('nonce');
		if (nonce != null) script.setAttribute('nonce', nonce);
	}
};

/**
 * Morphs the shown document into a received one. Elements of both stay, with their selection, playing media and open
 * state. Only new scripts run.
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
	// It is synchronous unless it is told to block.
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
				// Users open and close `<details>` and `<dialog>`, which changes this attribute.
				!(name === 'open' && /^(details|dialog)$/.test(element.localName)),
			// Keep our element for errors.
			beforeNodeRemoved: (node) =>
				!(node instanceof Element && node.matches('[data-softpost-error]'))
		}
	});
	if (!location.hash) scrollTo(...scroll);
	parsed();
	// The browser announces loaded and parsed documents itself, but not this one.
	announce(doc.title);
};
