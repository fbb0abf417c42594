import { hasModifier } from '../navigation/links.ts';
import { native } from '../dom/native.ts';

/**
 * Tells of the submit events that pass a node, after every other listener on their way has run: the
 * browser too looks only then at what was prevented and at what the fields hold. Events that begin
 * with a key held on a click are left out, because other tabs and windows are the browser's.
 *
 * @param target  the form, or the document for all of its forms
 * @param handler what to call
 * @param signal  ends it
 */
export const onSubmit = (
	target: EventTarget,
	handler: (event: SubmitEvent) => void,
	signal: AbortSignal
): void => {
	let current: Event | undefined;
	let last: EventTarget | undefined;
	let modified = false;

	const isOurs = ({ defaultPrevented, isTrusted, submitter }: SubmitEvent): boolean =>
		// Browsers too old to name the submitter send it, and scripts cannot know it.
		!defaultPrevented && !modified && !(isTrusted && submitter === undefined);

	const onBubble = (event: Event): void => {
		if (event !== current || !(event.cancelBubble || event.currentTarget === last)) return;
		current = undefined;
		if (isOurs(event as SubmitEvent)) handler(event as SubmitEvent);
	};

	const onCapture = (event: Event): void => {
		current = event;
		const path = event.bubbles ? event.composedPath() : [target];
		last = path.at(-1);
		for (const node of path as Element[]) {
			// A listener that is there keeps its place, so it is taken away to be the last one.
			native(node, 'removeEventListener')('submit', onBubble);
			native(node, 'addEventListener')('submit', onBubble, { signal });
		}
	};

	// A submit event does not say which keys were held, but it follows the click in the same task.
	const onClick = (event: MouseEvent): void => {
		modified = hasModifier(event);
		if (modified) setTimeout(() => (modified = false));
	};

	native(target as Element, 'addEventListener')('submit', onCapture, { capture: true, signal });
	addEventListener('click', onClick, { capture: true, signal });
};
