import { shareListeners } from '../../dom/listen.ts';

/** Numbers presses; 0 while no button, finger or pen is down and no click is still to come. */
let press = 0;
let count = 0;
let waiting: (() => void)[] = [];

const release = (): void => {
	press = 0;
	const due = waiting;
	waiting = [];
	for (const change of due) change();
};

const begin = (): void => void (press = ++count);

/** The click comes with the release, or never. After a touch, a mouse presses too. */
const end = (): void => {
	const ended = press;
	setTimeout(() => {
		if (press && press === ended) release();
	});
};

const listeners = /* @__PURE__ */ shareListeners({
	pointerdown: begin,
	mousedown: begin,
	pointerup: end,
	mouseup: end,
	click: release,
	pointercancel: release,
	dragend: release
});

/** Begins to note presses. Returns the undo. */
export const watchPresses = (): (() => void) => {
	listeners.enter();
	return () => {
		listeners.leave();
		release();
	};
};

/** Makes a change to the page now, or after the click in progress: what moves away under a pointer is not clicked. */
export const afterPress = (change: () => void): void => {
	if (press) waiting.push(change);
	else change();
};
