import { doc } from '../../dom/doc.ts';
import { tagsIn, type TagPlace } from './tags.ts';

/** The element behind a wrapped one, which unwraps it. */
const UNWRAP = 'softpost-unwrap';

/** What would be something else within a template. */
const BOUND = /^(script|template)$/;

/** Finds the outermost custom elements of this window that have content and an end tag. */
const findDefined = (text: string): [start: number, end: number][] => {
	const found: [start: number, end: number][] = [];
	let outer: TagPlace | undefined;
	let depth = 0;
	let templates = 0;
	for (const tag of tagsIn(text)) {
		const { name, change, start, end } = tag;
		if (name === 'template') templates += change;
		if (BOUND.test(name)) {
			outer = undefined;
			depth = 0;
		}
		outer ??= !templates && change > 0 && customElements.get(name) ? tag : undefined;
		if (name !== outer?.name) continue;
		depth += change;
		if (depth) continue;
		if (start > outer.end) found.push([outer.start, end]);
		outer = undefined;
	}
	return found;
};

/**
 * Lets the custom elements that this window knows find their content when they begin. In a page load, most scripts
 * define them once they are parsed; here each would begin with its start tag. So a template holds it until its end tag.
 */
export const wrapCustomElements = (text: string): string => {
	// Most pages have none, and then need no search for tags.
	if (!/<\w+-/.test(text)) return text;
	let wrapped = '';
	let at = 0;
	for (const [start, end] of findDefined(text)) {
		wrapped += `${text.slice(at, start)}<template ${UNWRAP}>${text.slice(start, end)}</template><${UNWRAP}></${UNWRAP}>`;
		at = end;
	}
	return wrapped + text.slice(at);
};

/** Puts the content of a template, if there is one, in the place of an element. Returns whether there was. */
const unwrap = (template: Element | null, place = template): boolean => {
	if (!(template instanceof HTMLTemplateElement)) return false;
	place!.replaceWith(template.content);
	template.remove();
	return true;
};

const WRAPPED = `template[${UNWRAP}]`;

const nextWrapped = (): Element | null => doc.querySelector(WRAPPED);

/** Unwraps the rest: in a few places, such as lists, the parser drops the element that unwraps. */
export const unwrapAll = (): void => {
	while (unwrap(nextWrapped()));
};

/** Defines the element that unwraps. */
export const defineUnwrap = (): void =>
	customElements.define(
		UNWRAP,
		class extends HTMLElement {
			connectedCallback(): void {
				const { previousElementSibling: before } = this;
				// It takes this place, because the template may be elsewhere: in the head without a `<body>`, or still in a table.
				unwrap(before?.matches(WRAPPED) ? before : nextWrapped(), this);
			}
		}
	);
