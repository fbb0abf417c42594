import { announce } from '../../dom/announce.ts';
import { doc } from '../../dom/doc.ts';
import { Idiomorph } from 'idiomorph';
import { prepareText, type DocumentText } from './make.ts';
import { realm } from './realm.ts';

/** The type of scripts that wait for the end of the morphing. Browsers run none of it. */
const WAITING = 'text/softpost-waiting';

/** The attribute with their own type. */
const TYPE = 'data-softpost-type';

const sameScript = (one: HTMLScriptElement, other: HTMLScriptElement): boolean =>
	one.src === other.src && one.type === other.type && one.text === other.text;

/**
 * Lets the new scripts of a page wait. One that both pages have gets the same nonce, so that it counts as the same. If new
 * ones ran while they are added, they would see half a page, and not run in order.
 */
const holdScripts = (next: Document): void => {
	const known = [...doc.scripts];
	for (const script of next.querySelectorAll('script')) {
		if (!(script instanceof HTMLScriptElement)) continue;
		const twin = known.find((other) => sameScript(other, script));
		const nonce = twin?.getAttribute('nonce');
		if (nonce != null && script.hasAttribute('nonce')) script.setAttribute('nonce', nonce);
		if (twin) continue;
		script.setAttribute(TYPE, script.getAttribute('type') ?? '');
		script.type = WAITING;
	}
};

/** Replaces a script by one that runs. Resolves when the next one may run. */
const run = async (waiting: HTMLScriptElement): Promise<void> => {
	const script = doc.createElement('script');
	for (const { name, value } of waiting.attributes) script.setAttribute(name, value);
	script.type = waiting.getAttribute(TYPE)!;
	script.removeAttribute(TYPE);
	// Browsers hide the attribute of an element in a page.
	script.nonce = waiting.nonce;
	script.async = waiting.hasAttribute('async');
	script.text = waiting.text;
	const isDone = new Promise((resolve) => {
		for (const type of ['load', 'error']) script.addEventListener(type, resolve);
	});
	waiting.replaceWith(script);
	if (script.src && !script.async) await isDone;
};

/** Runs the waiting scripts as a page load does: at last those that are deferred. */
const runScripts = async (): Promise<void> => {
	const scripts = [...doc.querySelectorAll<HTMLScriptElement>(`script[${TYPE}]`)];
	const isDeferred = (script: HTMLScriptElement): boolean =>
		(script.defer && !!script.src) || script.getAttribute(TYPE) === 'module';
	const last = scripts.filter(isDeferred);
	for (const script of [...scripts.filter((one) => !last.includes(one)), ...last])
		await run(script);
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
	holdScripts(next);
	// It is synchronous unless it is told to block.
	void Idiomorph.morph(doc.documentElement, next.documentElement, {
		morphStyle: 'outerHTML',
		callbacks: {
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
	void runScripts();
	// The browser announces loaded and parsed documents itself, but not this one.
	announce(doc.title);
};
