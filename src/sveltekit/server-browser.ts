import { SoftpostError } from '../protocol/errors.ts';
import type { RequestEvent } from '../server/types.ts';
import { unsupportedRead } from './unsupported-read.ts';

/**
 * Exists because modules that run on both sides import it.
 *
 * @throws {SoftpostError} `no_request` always, because a browser handles no requests
 */
export const getRequestEvent = (): RequestEvent => {
	throw new SoftpostError(
		'no_request',
		'getRequestEvent was called in a browser. Call it on the server'
	);
};

export const read: typeof unsupportedRead = unsupportedRead;
