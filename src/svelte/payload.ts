import { SoftpostError } from '../protocol/errors.ts';
import type { Decoders } from '../protocol/transport.ts';
import { checkedPage, type PageData } from '../protocol/page-data.ts';
import { PAYLOAD_ID } from '../protocol/wire.ts';

/** A devalue string is a JSON array. */
const read = async (text: string, decoders: Decoders): Promise<PageData> => {
	if (text.startsWith('{')) return checkedPage(JSON.parse(text));
	const { decodePageData } = await import('../protocol/codec.ts');
	return decodePageData(text, decoders);
};

/**
 * Reads what the server rendered the page from; resolves to `null` on a page that it did not render.
 *
 * @throws {SoftpostError} `hydration_data` when the data block is there but cannot be read
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

/** The element that the server wrote the page into: its data stands beside the markup. */
export const placeOfPayload = (): Element =>
	document.getElementById(PAYLOAD_ID)?.parentElement ?? document.body;
