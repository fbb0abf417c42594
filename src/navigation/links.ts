import { doc } from '../dom/doc.ts';
import type { GotoOptions } from './navigator.ts';
import { option } from '../dom/native.ts';

/**
 * Reads the navigation options in `data-sveltekit-*` attributes, for `goto`.
 *
 * @param elements a link, or a form and its submitter: an attribute on one of them is enough
 */
export const gotoOptions = (...elements: (Element | null)[]): GotoOptions => {
	const options: GotoOptions = {};
	for (const name of ['replaceState', 'keepFocus', 'noScroll'] as const) {
		if (elements.some((element) => option(element, name))) options[name] = true;
	}
	// SvelteKit 3 has one name for the two together, with the opposite meaning.
	if (elements.some((element) => !option(element, 'reset', true)))
		options.keepFocus = options.noScroll = true;
	return options;
};

/**
 * Whether a `target` attribute leads to the document's own navigable (HTML, section 7.3.1.7).
 *
 * @param target `null` if there is none: then the `target` of `<base>` applies
 */
export const isOwnTarget = (target: string | null): boolean => {
	const name = target ?? doc.querySelector<HTMLBaseElement>('base[target]')?.target ?? '';
	return (
		name === window.name || (self === top ? /^(_self|_top|_parent)?$/i : /^(_self)?$/i).test(name)
	);
};

/** Whether a click or a key asks for another tab, another window or a download. */
export const hasModifier = (event: MouseEvent): boolean =>
	event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
