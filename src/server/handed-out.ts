/**
 * Marks a promise that is handed to app code as one that may fail unseen. Where app code waits for it too late,
 * or never, the error would end the process otherwise; if it waits, it gets the error as ever.
 */
export const handedOut = <Value>(promise: Promise<Value>): Promise<Value> => {
	promise.catch(() => {});
	return promise;
};
