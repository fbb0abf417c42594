import { doc } from './doc.ts';
/** What has the focus, also inside shadow trees; `null` where nothing in particular has it. */
export const focusedElement = (): Element | null => {
	let { activeElement } = doc;
	while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
	return activeElement?.matches('html,body') ? null : activeElement;
};
