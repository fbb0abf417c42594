/** Does work once the browser is idle. Safari lacks `requestIdleCallback`: there it is done in the next task. */
export const whenIdle = (work: () => void): void =>
	void (globalThis.requestIdleCallback ?? setTimeout)(work);
