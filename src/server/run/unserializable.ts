import type { DevalueError } from 'devalue';
import { SoftpostError } from '../../protocol/errors.ts';
import { discard } from '../answer.ts';
import { handedOut } from '../handed-out.ts';
import { isPlain } from './without-proto.ts';

/** SvelteKit sends what such a promise resolves to later. */
const streamed = (what: string, where: string): SoftpostError =>
	new SoftpostError(
		'unserializable',
		`${what} returned a promise (${where}), and softpost does not stream data. Await it, or load it from an endpoint in the browser`,
		{ where }
	);

/** Calls `found` with each object in data, at any depth, that is neither plain nor an array. */
const visitOthers = (data: unknown, found: (other: object) => void, seen = new Set()): void => {
	if (typeof data !== 'object' || !data || seen.has(data)) return;
	if (!Array.isArray(data) && !isPlain(data)) return found(data);
	seen.add(data);
	for (const value of Object.values(data)) visitOthers(value, found, seen);
};

/** Lets promises in data reject without ending the process: it may happen before anything reads them, or nothing does. */
export const ignoreRejections = (data: unknown): void =>
	visitOthers(data, (other) => other instanceof Promise && handedOut(other));

/** Gives up data that cannot be sent. */
const abandon = (data: unknown): void => {
	ignoreRejections(data);
	visitOthers(data, discard);
};

/**
 * Refuses the data of a `load` unless it is a plain object without promises: a promise would resolve after the page is
 * rendered, or reject unseen.
 *
 * @throws {SoftpostError} `unserializable`
 */
export const assertData = (what: string, data: unknown): void => {
	if (data === null) return;
	ignoreRejections(data);
	if (!isPlain(data)) {
		discard(data);
		const message = `${what} must return a plain object or nothing`;
		throw new SoftpostError('unserializable', message, { where: '' });
	}
	for (const [name, value] of Object.entries(data as object))
		if (value instanceof Promise) throw streamed(what, name);
};

/**
 * Encodes data. If a value cannot be encoded, the error says where it is.
 *
 * @param what   who returned the data, as the subject of the sentence
 * @param encode throws devalue's error, whose `path` begins below the data
 * @param name   the name of the data
 * @throws {SoftpostError} `unserializable`
 */
export const namingWhere = (what: string, encode: () => string, name = ''): string => {
	try {
		return encode();
	} catch (cause) {
		const { path = '', message, value, root } = cause as Partial<DevalueError> & Error;
		abandon(root);
		const where = (name + path).replace(/^\./, '');
		if (value instanceof Promise) throw streamed(what, where);
		throw new SoftpostError(
			'unserializable',
			`${what} returned data that cannot be serialized (${where}): ${message}. Return plain data, or add the class to transport`,
			{ where },
			{ cause }
		);
	}
};
