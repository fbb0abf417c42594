import { shareListeners } from '../../dom/listen.ts';

/** The number of the current press; 0 if no button, finger or pen is down and no click can follow. */
let press = 0;
let count = 0;
let users = 0;
let waiting: (() => void)[] = [];

const release = (): void => {
	press = 0;
	const due = waiting;
	waiting = [];
	for (const change of due) change();
};

const begin = (): void => void (press = ++count);

/** The click comes with the release, or never. After a touch, browsers simulate a mouse press too. */
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

/** Starts to watch presses. Returns the undo. */
export const watchPresses = (): (() => void) => {
	listeners.enter();
	users += 1;
	return () => {
		listeners.leave();
		users -= 1;
		// Nobody hears of its end.
		if (!users) release();
	};
};

/** Makes a change to the page now, or after the click in progress, because a button that moves away is not clicked. */
export const afterPress = (change: () => void): void => {
	if (press) waiting.push(change);
	else change();
};
