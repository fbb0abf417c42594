import { doc } from './doc.ts';
/** The focused element, even inside shadow trees; `null` if it is none in particular. */
export const focusedElement = (): Element | null => {
	let { activeElement } = doc;
	while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
	return activeElement?.matches('html,body') ? null : activeElement;
};
