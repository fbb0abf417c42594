import { listen } from './listen.ts';

/** Records edited controls, from now on until the undo is called. */
export const noteEdits = (edited: Set<EventTarget>): (() => void) => {
	const onEdit = (event: Event): void => void edited.add(event.composedPath()[0]!);
	const undo = (['input', 'change'] as const).map((type) => listen(document, type, onEdit, true));
	return () => undo.forEach((step) => step());
};
