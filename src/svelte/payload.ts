import { SoftpostError } from '../protocol/errors.ts';
import type { Decoders } from '../protocol/transport.ts';
import type { PageData } from '../protocol/page-data.ts';
import { readPageData } from '../protocol/read-page.ts';
import { PAYLOAD_ID } from '../protocol/payload.ts';

/** A devalue string is a JSON array. */
const read = (text: string, decoders: Decoders): Promise<PageData> =>
	readPageData(text.startsWith('{') ? JSON.parse(text) : text, decoders);

/**
 * Reads the data from which the server has rendered the page; resolves to `null` if the server has not rendered it.
 *
 * @throws {SoftpostError} `hydration_data` if the data block exists but cannot be read
 */
export const readPayload = async (decoders: Decoders): Promise<PageData | null> => {
	const block = document.getElementById(PAYLOAD_ID);
	if (!block) return null;
	try {
		return await read(block.textContent, decoders);
	} catch (cause) {
		throw new SoftpostError(
			'hydration_data',
			`Could not read the data in #${PAYLOAD_ID}. Use the same transport on the server and in start`,
			{},
			{ cause }
		);
	}
};

/** The element that contains the server's markup, with the data block beside it. */
export const placeOfPayload = (): Element =>
	document.getElementById(PAYLOAD_ID)?.parentElement ?? document.body;
