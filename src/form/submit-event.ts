import { native } from '../dom/native.ts';
import { hasModifier } from '../navigation/links.ts';
import { submitterOf, whyNative, type NativeReason } from './read-form.ts';

/** The events that are taken from the browser, but not from the page yet. */
const held = /* @__PURE__ */ new WeakSet<Event>();

/** Prevents an event, and has it look and work as if nobody had. */
const shadowPrevention = (event: Event): void => {
	event.preventDefault();
	let prevented = false;
	Object.defineProperty(event, 'defaultPrevented', { get: () => prevented });
	event.preventDefault = () => void (prevented = true);
	held.add(event);
};

/**
 * Hears the submit events of a form, or of all forms of the document, after every other listener on their
 * way has run: the browser too looks only then at what was prevented and at what the fields hold.
 *
 * @param target  the form, or the document
 * @param method  the method that the caller takes over
 * @param handler called with each event, and with the reason where the submission is the browser's
 * @param signal  ends it
 */
export const onSubmit = (
	target: HTMLFormElement | Document,
	method: 'get' | 'post',
	handler: (event: SubmitEvent, why: NativeReason | null) => void,
	signal: AbortSignal
): void => {
	let current: Event | undefined;
	let last: EventTarget | undefined;
	let modified = false;

	const whyOf = (event: SubmitEvent): NativeReason | null => {
		if (event.defaultPrevented) return 'prevented';
		// Other tabs and windows are the browser's.
		if (modified) return 'modifier';
		return whyNative(event.target as HTMLFormElement, submitterOf(event), method);
	};

	const decide = (event: Event): void => {
		if (event !== current || signal.aborted) return;
		current = undefined;
		handler(event as SubmitEvent, whyOf(event as SubmitEvent));
	};

	const onBubble = (event: Event): void => {
		if (event.cancelBubble || event.currentTarget === last) decide(event);
	};

	/** Takes the event from the browser before the last listener runs, which may still prevent it for itself. */
	const holdBack = (event: Event): void => {
		if (event !== current || whyOf(event as SubmitEvent)) return;
		if (!held.has(event)) shadowPrevention(event);
		setTimeout(decide, 0, event);
	};

	/** No listener of ours runs after one of these, but for `stopPropagation` on the way up. */
	const watchStops = (event: Event): void => {
		const { stopPropagation, stopImmediatePropagation } = event;
		event.stopPropagation = () => {
			stopPropagation.call(event);
			if (event.eventPhase === Event.CAPTURING_PHASE) holdBack(event);
		};
		event.stopImmediatePropagation = () => {
			stopImmediatePropagation.call(event);
			holdBack(event);
		};
	};

	const onCapture = (event: Event): void => {
		const path = event.bubbles ? event.composedPath() : [target];
		// The event of a form within this one, put there by script, passes here too.
		if (target === document ? !path.includes(document) : event.target !== target) return;
		if (event !== current) watchStops(event);
		current = event;
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

	const capture = { capture: true, signal };
	// From the window down, because an ancestor may stop the event; in a shadow tree it does not pass the window.
	addEventListener('submit', onCapture, capture);
	native(target as HTMLFormElement, 'addEventListener')('submit', onCapture, capture);
	addEventListener('click', onClick, capture);
};
