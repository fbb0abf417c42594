import { native } from './native.ts';

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
		const method =
			target === document ? native(target as unknown as Element, name) : target[name].bind(target);
		method(type, listener as EventListener, capture);
	};
	change('addEventListener');
	return () => change('removeEventListener');
};
