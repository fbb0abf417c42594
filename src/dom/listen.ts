import { doc } from './doc.ts';

/**
 * Adds a listener to the window or the document, and returns the undo. The document is asked by its prototype:
 * a form or image named `addEventListener` shadows the document's own.
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

/** Listeners on the window that many share. */
export interface SharedListeners {
	/** Has them there for one more user. */
	enter(): void;
	/** Takes them away with the last user. */
	leave(): void;
}

/**
 * Shares listeners between all who need them, so that a form costs none of its own.
 *
 * @param listeners by the type of their events; they hear them on the way down
 */
export const shareListeners = (
	listeners: Partial<Record<keyof WindowEventMap, (event: any) => void>>
): SharedListeners => {
	let users = 0;
	/** A document that is made in place of this one takes the window's listeners away. */
	let root: Element | null | undefined;
	const change = (name: 'addEventListener' | 'removeEventListener'): void => {
		for (const [type, listener] of Object.entries(listeners)) window[name](type, listener, true);
	};
	return {
		enter() {
			users += 1;
			if (root === doc.documentElement) return;
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
