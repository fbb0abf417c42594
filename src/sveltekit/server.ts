import { SoftpostError } from '../protocol/errors.ts';
import { requestScope } from '../server/request-scope.ts';
import type { RequestEvent } from '../server/types.ts';
import { unsupportedRead } from './unsupported-read.ts';

// Not every server has it: a plain Worker does not.
const hooks = await import('node:async_hooks').catch(() => null);
const storage = hooks && new hooks.AsyncLocalStorage<RequestEvent>();

// Following promises costs each request something: only apps that ask for it pay.
if (storage) requestScope.run = (event, run) => storage.run(event, run);

/**
 * The event of the request that is being answered, for code that `handle`, a `load`, an action or an endpoint calls.
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
