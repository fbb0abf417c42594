import { SoftpostError } from '../../protocol/errors.ts';

/** SvelteKit sends what such a promise resolves to later. */
const streamed = (what: string, where: string, promise: Promise<unknown>): SoftpostError => {
	// No one waits for it now.
	promise.catch(() => {});
	return new SoftpostError(
		'unserializable',
		`${what} returned a promise (${where}), and softpost does not stream data. Await it, or load it from an endpoint in the browser`,
		{ where }
	);
};

/**
 * Refuses promises among the data of a `load`: they would be met after the page is rendered, or reject unseen.
 *
 * @throws {SoftpostError} `unserializable`
 */
export const assertAwaited = (what: string, data: object | null): void => {
	for (const [name, value] of Object.entries(data ?? {}))
		if (value instanceof Promise) throw streamed(what, name, value);
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
		const { path = '', message, value } = cause as Error & { path?: string; value?: unknown };
		const where = (name + path).replace(/^\./, '');
		if (value instanceof Promise) throw streamed(what, where, value);
		throw new SoftpostError(
			'unserializable',
			`${what} returned data that cannot be serialized (${where}): ${message}. Return plain data, or add the class to transport`,
			{ where },
			{ cause }
		);
	}
};
