import { shareListeners } from '../dom/listen.ts';
import { native } from '../dom/native.ts';
import { hasModifier } from '../navigation/links.ts';
import { submitterOf, whyNative, type NativeReason } from './read-form.ts';

/** Hears submit events. */
export interface SubmitListener {
	/** The method that it takes over. */
	method: 'get' | 'post';
	/** Called with an event, and with the reason where the submission is the browser's. */
	handler(event: SubmitEvent, why: NativeReason | null): void;
}

/** By the form, or by the document for all of its forms. Nearly all have one, which needs no list. */
const known = /* @__PURE__ */ new WeakMap<EventTarget, SubmitListener | SubmitListener[]>();

const listenersOf = (target: EventTarget): SubmitListener[] => [known.get(target) ?? []].flat();

/** The events whose way is watched. */
const watched = /* @__PURE__ */ new WeakSet<Event>();

/** Whether keys are held that ask for another tab or window. A submit event does not say so, but it follows the click in the same task. */
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

/** Prevents an event, and has it look and work as if no one had. */
const shadowPrevention = (event: Event): void => {
	event.preventDefault();
	let prevented = false;
	Object.defineProperty(event, 'defaultPrevented', { get: () => prevented });
	event.preventDefault = () => void (prevented = true);
};

/** Calls `onStop` when a listener ends an event's way, so that no other listener may run for it. */
const watchStops = (event: Event, onStop: () => void): void => {
	const { stopPropagation, stopImmediatePropagation } = event;
	event.stopPropagation = () => {
		stopPropagation.call(event);
		// On the way up the last listener of the node still runs.
		if (event.eventPhase === Event.CAPTURING_PHASE) onStop();
	};
	event.stopImmediatePropagation = () => {
		stopImmediatePropagation.call(event);
		onStop();
	};
};

/** Calls `decide` once, after every other listener on an event's way has run. */
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
	// Takes the event from the browser before the last listener has run, which may still prevent it.
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

// From the window down, because an ancestor may stop the event.
const shared = /* @__PURE__ */ shareListeners({ submit: onCapture, click: onClick });

/** In a shadow tree the event does not pass the window. */
const onTarget = (
	target: HTMLFormElement | Document,
	name: 'addEventListener' | 'removeEventListener'
): void => native(target as HTMLFormElement, name)('submit', onCapture as EventListener, true);

/**
 * Hears the submit events of a form, or of all forms of the document, after every other listener on their
 * way has run: the browser too looks only then at what was prevented and at what the fields hold.
 *
 * @param target the form, or the document
 */
export const onSubmit = (target: HTMLFormElement | Document, listener: SubmitListener): void => {
	known.set(target, known.has(target) ? [...listenersOf(target), listener] : listener);
	onTarget(target, 'addEventListener');
	shared.enter();
};

/** Ends what {@link onSubmit} began. Returns whether it had not ended yet. */
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
