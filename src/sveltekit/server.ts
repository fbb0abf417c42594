import { SoftpostError } from '../protocol/errors.ts';
import { requestScope } from '../server/request-scope.ts';
import type { RequestEvent } from '../server/types.ts';
import { unsupportedRead } from './unsupported-read.ts';

// Not every platform has this module, for example a plain Worker.
const hooks = await import('node:async_hooks').catch(() => null);
const storage = hooks && new hooks.AsyncLocalStorage<RequestEvent>();

// Async context costs each request something, so only apps that import this module have it.
if (storage) requestScope.run = (event, run) => storage.run(event, run);

/**
 * Returns the event of the current request, for functions that `handle`, a `load`, an action or an endpoint calls.
 *
 * @throws {SoftpostError} `no_request` outside of a request, and on platforms without `node:async_hooks`
 * @example
 * const { locals } = getRequestEvent();
 */
export const getRequestEvent = (): RequestEvent => {
	const event = storage?.getStore();
	if (event) return event;
	throw new SoftpostError(
		'no_request',
		storage
			? 'getRequestEvent was called outside of a request. Call it in handle, a load, an action or an endpoint, or in what these call'
			: 'getRequestEvent needs node:async_hooks, which this platform lacks. Pass the event to the function'
	);
};

export const read: typeof unsupportedRead = unsupportedRead;
export type { RequestEvent };
