/**
 * Lets a promise that app code gets reject without ending the process, even if app code awaits it too late or never.
 * App code that awaits it still gets the error.
 */
export const handedOut = <Value>(promise: Promise<Value>): Promise<Value> => {
	promise.catch(() => {});
	return promise;
};
