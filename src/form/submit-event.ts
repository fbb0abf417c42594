import { shareListeners } from '../dom/listen.ts';
import { native } from '../dom/native.ts';
import { hasModifier } from '../navigation/links.ts';
import { submitterOf, whyNative, type NativeReason } from './read-form.ts';

/** Listens for submit events. */
export interface SubmitListener {
	/** The method of the forms that it handles. */
	method: 'get' | 'post';
	/** Called with an event, and with the reason if the browser has to handle the submission. */
	handler(event: SubmitEvent, why: NativeReason | null): void;
}

/** The listeners of each form, and of the document for all forms. Without a list for the usual case of one. */
const known = /* @__PURE__ */ new WeakMap<EventTarget, SubmitListener | SubmitListener[]>();

const listenersOf = (target: EventTarget): SubmitListener[] => [known.get(target) ?? []].flat();

/** The events that are being watched. */
const watched = /* @__PURE__ */ new WeakSet<Event>();

/** Whether the user holds a key that opens another tab or window. Submit events lack this, but follow the click in the same task. */
let isModified = false;

const onClick = (event: MouseEvent): void => {
	isModified = hasModifier(event);
	if (isModified) setTimeout(() => (isModified = false));
};

const whyOf = (event: SubmitEvent, method: SubmitListener['method']): NativeReason | null => {
	if (event.defaultPrevented) return 'prevented';
	if (isModified) return 'modifier';
	return whyNative(event.target as HTMLFormElement, submitterOf(event), method);
};

/** Prevents an event, but makes it look and work as if nothing had prevented it. */
const shadowPrevention = (event: Event): void => {
	event.preventDefault();
	let prevented = false;
	Object.defineProperty(event, 'defaultPrevented', { get: () => prevented });
	event.preventDefault = () => void (prevented = true);
};

/** Calls `onStop` when a listener stops the event, so that later listeners do not run. */
const watchStops = (event: Event, onStop: () => void): void => {
	const { stopPropagation, stopImmediatePropagation } = event;
	event.stopPropagation = () => {
		stopPropagation.call(event);
		// In the bubbling phase the last listener of the node still runs.
		if (event.eventPhase === Event.CAPTURING_PHASE) onStop();
	};
	event.stopImmediatePropagation = () => {
		stopImmediatePropagation.call(event);
		onStop();
	};
};

/** Calls `decide` once, after all other listeners of the event have run. */
const watchWay = (
	event: SubmitEvent,
	path: EventTarget[],
	isOurs: () => boolean,
	decide: () => void
): void => {
	let isOver = false;
	const change = (name: 'addEventListener' | 'removeEventListener'): void => {
		for (const node of path) native(node as Element, name)('submit', onBubble);
	};
	const onBubble = (current: Event): void => {
		if (current !== event || !(event.cancelBubble || event.currentTarget === path.at(-1))) return;
		end();
		decide();
	};
	const end = (): void => {
		isOver = true;
		change('removeEventListener');
	};
	// Prevents the event before the last listener has run, which could still prevent it itself.
	watchStops(event, () => {
		if (isOver) return;
		end();
		if (!isOurs()) return;
		shadowPrevention(event);
		setTimeout(decide);
	});
	change('addEventListener');
};

const onCapture = (event: SubmitEvent): void => {
	const { target } = event;
	if (!target || watched.has(event)) return;
	const path = event.bubbles ? event.composedPath() : [target];
	const listeners = (): SubmitListener[] => [
		...listenersOf(target),
		...(path.includes(document) ? listenersOf(document) : [])
	];
	if (!listeners().length) return;
	watched.add(event);
	const isOurs = (): boolean => listeners().some(({ method }) => !whyOf(event, method));
	watchWay(event, path, isOurs, () => {
		for (const { method, handler } of listeners()) handler(event, whyOf(event, method));
	});
};

// In the capture phase on the window, because an ancestor may stop the event.
const shared = /* @__PURE__ */ shareListeners({ submit: onCapture, click: onClick });

/** Listens on the target itself, because events of a shadow tree may not reach the window. */
const onTarget = (
	target: HTMLFormElement | Document,
	name: 'addEventListener' | 'removeEventListener'
): void => native(target as HTMLFormElement, name)('submit', onCapture as EventListener, true);

/**
 * Listens for the submit events of a form, or of all forms of the document. Calls the handler after every other
 * listener: only then the browser too decides whether the event was prevented, and reads the fields.
 *
 * @param target the form, or the document
 */
export const onSubmit = (target: HTMLFormElement | Document, listener: SubmitListener): void => {
	known.set(target, known.has(target) ? [...listenersOf(target), listener] : listener);
	onTarget(target, 'addEventListener');
	shared.enter();
};

/** Removes a listener of {@link onSubmit}. Returns whether it was there. */
export const offSubmit = (
	target: HTMLFormElement | Document,
	listener: SubmitListener
): boolean => {
	const others = listenersOf(target).filter((other) => other !== listener);
	if (others.length === listenersOf(target).length) return false;
	if (others.length) known.set(target, others);
	else {
		known.delete(target);
		onTarget(target, 'removeEventListener');
	}
	shared.leave();
	return true;
};
