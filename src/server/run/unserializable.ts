import { SoftpostError } from '../../protocol/errors.ts';

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
		const { path = '', message } = cause as { path?: string; message: string };
		const where = (name + path).replace(/^\./, '');
		throw new SoftpostError(
			'unserializable',
			`${what} returned data that cannot be serialized (${where}): ${message}. Return plain data, or add the class to transport`,
			{ where },
			{ cause }
		);
	}
};
