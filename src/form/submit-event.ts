import { native } from '../dom/native.ts';
import { hasModifier } from '../navigation/links.ts';
import { submitterOf, whyNative, type NativeReason } from './read-form.ts';

/** The events that are taken from the browser, but not from the page yet. */
const held = /* @__PURE__ */ new WeakSet<Event>();

/** Prevents an event, and has it look and work as if no one had. */
const shadowPrevention = (event: Event): void => {
	event.preventDefault();
	let prevented = false;
	Object.defineProperty(event, 'defaultPrevented', { get: () => prevented });
	event.preventDefault = () => void (prevented = true);
	held.add(event);
};

/** Listens to the submit events of a node after all its other listeners. */
const listenLast = (node: Element, listener: (event: Event) => void, signal: AbortSignal): void => {
	// A listener that is there keeps its place, so it is taken away to be the last one.
	native(node, 'removeEventListener')('submit', listener);
	native(node, 'addEventListener')('submit', listener, { signal });
};

/** Calls `onStop` when a listener ends an event's way, so that no other listener may run for it. */
const watchStops = (event: Event, onStop: (event: Event) => void): void => {
	const { stopPropagation, stopImmediatePropagation } = event;
	event.stopPropagation = () => {
		stopPropagation.call(event);
		// On the way up the last listener of the node still runs.
		if (event.eventPhase === Event.CAPTURING_PHASE) onStop(event);
	};
	event.stopImmediatePropagation = () => {
		stopImmediatePropagation.call(event);
		onStop(event);
	};
};

/** Whether keys are held that ask for another tab or window. A submit event does not say so, but it follows the click in the same task. */
const watchModifiers = (signal: AbortSignal): (() => boolean) => {
	let modified = false;
	const onClick = (event: MouseEvent): void => {
		modified = hasModifier(event);
		if (modified) setTimeout(() => (modified = false));
	};
	addEventListener('click', onClick, { capture: true, signal });
	return () => modified;
};

/** Called with a submit event, and with the reason where the submission is the browser's. */
export type OnSubmitted = (event: SubmitEvent, why: NativeReason | null) => void;

/**
 * Hears the submit events of a form, or of all forms of the document, after every other listener on their
 * way has run: the browser too looks only then at what was prevented and at what the fields hold.
 *
 * @param target  the form, or the document
 * @param method  the method that the caller takes over
 * @param handler called with each event
 * @param signal  ends it
 */
export const onSubmit = (
	target: HTMLFormElement | Document,
	method: 'get' | 'post',
	handler: OnSubmitted,
	signal: AbortSignal
): void => {
	let current: Event | undefined;
	let last: EventTarget | undefined;
	const isModified = watchModifiers(signal);

	const whyOf = (event: SubmitEvent): NativeReason | null => {
		if (event.defaultPrevented) return 'prevented';
		if (isModified()) return 'modifier';
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

	/** Takes the event from the browser before the last listener has run, which may still prevent it. */
	const onStop = (event: Event): void => {
		if (event !== current || whyOf(event as SubmitEvent)) return;
		if (!held.has(event)) shadowPrevention(event);
		setTimeout(decide, 0, event);
	};

	const onCapture = (event: Event): void => {
		const path = event.bubbles ? event.composedPath() : [target];
		// The event of a form within this one, put there by script, passes here too.
		if (target === document ? !path.includes(document) : event.target !== target) return;
		if (event === current) return;
		watchStops(event, onStop);
		current = event;
		last = path.at(-1);
		for (const node of path as Element[]) listenLast(node, onBubble, signal);
	};

	const capture = { capture: true, signal };
	// From the window down, because an ancestor may stop the event; in a shadow tree it does not pass the window.
	addEventListener('submit', onCapture, capture);
	native(target as HTMLFormElement, 'addEventListener')('submit', onCapture, capture);
};
