import { doc } from '../dom/doc.ts';
import { listen } from '../dom/listen.ts';
import type { Earlier, Rendered } from '../form/control-values.ts';

/** What the second stage has to know of the time before it. */
export interface Arrival extends Earlier {
	/** Stops noting edits. */
	stop(): void;
}

const hasValue = (element: Element): element is HTMLInputElement => 'value' in element;

/** Notes the user's input until the second stage does. Call it before anything is rendered or hydrated. */
export const noteArrival = (): Arrival => {
	const edited = new Set<EventTarget>();
	const onEdit = (event: Event): void => void edited.add(event.composedPath()[0]!);
	const undo = (['input', 'change'] as const).map((type) => listen(document, type, onEdit, true));
	const rendered = [...doc.querySelectorAll('*')]
		.filter(hasValue)
		.map((control): [Element, Rendered] => {
			const { value, checked, defaultValue, defaultChecked } = control;
			return [control, { value, checked, defaultValue, defaultChecked }];
		});
	return {
		rendered: new Map(rendered),
		edited,
		stop: () => undo.forEach((step) => step())
	};
};
