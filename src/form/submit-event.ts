import { noteComposition } from '../dom/composition.ts';
import { shareListeners } from '../dom/listen.ts';
import { native } from '../dom/native.ts';
import { hasModifier } from '../navigation/links.ts';
import { preloadSecondStage } from './load-second-stage.ts';
import { submitterOf, whyNative, type NativeReason } from './read-form.ts';

/** Listens for submit events. */
export interface SubmitListener {
	/** The method of the forms that it handles. */
	method: 'get' | 'post';
	/** Called with an event, and with the reason if the browser has to handle the submission. */
	handler(event: SubmitEvent, why: NativeReason | null, listener: this): void;
}

/** A form, or the document for all forms, with its listeners. */
interface Heard extends EventTarget {
	/** Without a list for the usual case of one. A `WeakMap` takes longer to fill where a page has many forms. */
	[LISTENERS]?: SubmitListener | SubmitListener[];
}

const LISTENERS: unique symbol = /* @__PURE__ */ Symbol('softpost');

const listenersOf = (target: Heard): SubmitListener[] => [target[LISTENERS] ?? []].flat();

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

/** Calls `decide` once, after all other listeners of the event have run. */
const watch = (
	event: SubmitEvent,
	path: EventTarget[],
	isOurs: () => boolean,
	decide: () => void
): void => {
	const { stopPropagation, stopImmediatePropagation } = event;
	let isOver = false;
	const change = (name: 'addEventListener' | 'removeEventListener'): void => {
		for (const node of path) native(node as Element, name)('submit', onBubble);
	};
	const end = (): void => {
		isOver = true;
		change('removeEventListener');
	};
	const onBubble = (current: Event): void => {
		if (current !== event || !(event.cancelBubble || event.currentTarget === path.at(-1))) return;
		end();
		decide();
	};
	/** Later listeners will not run. */
	const onStop = (): void => {
		if (isOver) return;
		end();
		if (!isOurs()) return;
		// Prevents the event before the last listener has run, which could still prevent it itself. So it looks and works as
		// if nothing had prevented it.
		event.preventDefault();
		let prevented = false;
		Object.defineProperty(event, 'defaultPrevented', { get: () => prevented });
		event.preventDefault = () => void (prevented = true);
		setTimeout(decide);
	};
	event.stopPropagation = () => {
		stopPropagation.call(event);
		// In the bubbling phase the last listener of the node still runs.
		if (event.eventPhase === Event.CAPTURING_PHASE) onStop();
	};
	event.stopImmediatePropagation = () => {
		stopImmediatePropagation.call(event);
		onStop();
	};
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
	watch(event, path, isOurs, () => {
		for (const listener of listeners())
			listener.handler(event, whyOf(event, listener.method), listener);
	});
};

// In the capture phase on the window, because an ancestor may stop the event.
const shared = /* @__PURE__ */ shareListeners({
	submit: onCapture,
	click: onClick,
	compositionstart: noteComposition,
	compositionend: noteComposition,
	focusin: preloadSecondStage,
	pointerover: preloadSecondStage
});

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
	const heard: Heard = target;
	heard[LISTENERS] = heard[LISTENERS] ? [...listenersOf(heard), listener] : listener;
	onTarget(target, 'addEventListener');
	shared.enter();
};

/** Removes a listener of {@link onSubmit}. */
export const offSubmit = (target: HTMLFormElement | Document, listener: SubmitListener): void => {
	const heard: Heard = target;
	const all = listenersOf(heard);
	const others = all.filter((other) => other !== listener);
	if (others.length === all.length) return;
	heard[LISTENERS] = others;
	if (!others.length) onTarget(target, 'removeEventListener');
	shared.leave();
};
