import { doc } from './doc.ts';

/**
 * Adds a listener to the window or the document, and returns the undo. Calls the method of the document's prototype,
 * because a form or image named `addEventListener` shadows it.
 */
export const listen = <Type extends keyof WindowEventMap>(
	target: Window | Document,
	type: Type,
	listener: (event: WindowEventMap[Type]) => void,
	capture = false
): (() => void) => {
	const change = (name: 'addEventListener' | 'removeEventListener'): void => {
		(target === document ? doc : target)[name](type, listener as EventListener, capture);
	};
	change('addEventListener');
	return () => change('removeEventListener');
};

/** Listeners on the window with many users. */
export interface SharedListeners {
	/** Adds a user, and the listeners for the first one. */
	enter(): void;
	/** Removes a user, and the listeners with the last one. */
	leave(): void;
}

/**
 * Shares listeners between forms, so that a form needs none for itself.
 *
 * @param listeners by event type; they run in the capture phase
 */
export const shareListeners = (
	listeners: Partial<Record<keyof WindowEventMap, (event: any) => void>>
): SharedListeners => {
	let users = 0;
	/** The root element that the listeners were added with. A new document in place of this one removes the window's listeners. */
	let root: Element | null | undefined;
	const change = (name: 'addEventListener' | 'removeEventListener'): void => {
		for (const [type, listener] of Object.entries(listeners)) window[name](type, listener, true);
	};
	return {
		enter() {
			users += 1;
			if (root?.isConnected) return;
			root = doc.documentElement;
			change('addEventListener');
		},
		leave() {
			users -= 1;
			if (users) return;
			root = undefined;
			change('removeEventListener');
		}
	};
};
