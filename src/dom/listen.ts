/** Adds a listener, and returns the undo. */
export const listen = <Type extends keyof WindowEventMap>(
	target: EventTarget,
	type: Type,
	listener: (event: WindowEventMap[Type]) => void,
	capture = false
): (() => void) => {
	const added = listener as EventListener;
	target.addEventListener(type, added, capture);
	return () => target.removeEventListener(type, added, capture);
};
