/** Reports an error of the app's code like an uncaught one: to the page's error handlers and the console. */
export const report = (cause: unknown): void =>
	// Test environments may lack `reportError`.
	(globalThis.reportError ?? console.error)(cause);
