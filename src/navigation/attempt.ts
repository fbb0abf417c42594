/** Calls a function of the app, and reports its error: it must stop neither the start nor a navigation. */
export const attempt = <Value>(call: () => Value): Value | undefined => {
	try {
		return call();
	} catch (cause) {
		reportError(cause);
		return undefined;
	}
};
