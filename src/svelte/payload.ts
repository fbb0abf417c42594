import { SoftpostError } from '../protocol/errors.ts';
import { decodePageData, type Decoders } from '../protocol/codec.ts';
import type { PageData } from '../protocol/page-data.ts';
import { PAYLOAD_ID } from '../protocol/wire.ts';

/**
 * Reads what the server rendered the page from, or `null` on a page that it did not render.
 *
 * @throws {SoftpostError} `hydration_data` when the data block is there but cannot be read
 */
export const readPayload = (decoders: Decoders): PageData | null => {
	const block = document.getElementById(PAYLOAD_ID);
	if (!block) return null;
	try {
		return decodePageData(block.textContent, decoders);
	} catch (cause) {
		throw new SoftpostError(
			'hydration_data',
			`Could not read the data in #${PAYLOAD_ID}. Use the same transport on the server and in start`,
			{},
			{ cause }
		);
	}
};

/** The element that the server wrote the page into: its data stands beside the markup. */
export const placeOfPayload = (): Element =>
	document.getElementById(PAYLOAD_ID)?.parentElement ?? document.body;
