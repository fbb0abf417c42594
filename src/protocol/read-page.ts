import { isActionResult } from './action-result.ts';
import { checkedPage, type PageAnswer, type PageData } from './page-data.ts';
import type { Decoders } from './transport.ts';

/** Loads the code that decodes rich data. Most pages never need it, because their data is plain JSON. */
export const loadCodec = (): Promise<typeof import('./codec.ts')> => import('./codec.ts');

/**
 * Reads the `data` of a page response: a devalue text, or plain JSON as it is. Rejects if it is not a page, and if the
 * codec cannot be loaded.
 */
export const readPageData = async (data: unknown, decoders?: Decoders): Promise<PageData> =>
	checkedPage(typeof data === 'string' ? (await loadCodec()).decodeData(data, decoders) : data);

/**
 * Reads the text of a response as page data.
 *
 * @returns the page or redirect; `null` if the text is anything else, or if a deployment has removed the codec: then
 *   the caller loads the document, which brings the new code
 */
export const readPage = async (text: string, decoders?: Decoders): Promise<PageAnswer | null> => {
	try {
		const answer = JSON.parse(text);
		if (answer.type === 'redirect') return isActionResult(answer) ? (answer as PageAnswer) : null;
		return answer.type === 'page'
			? { ...(await readPageData(answer.data, decoders)), type: 'page' }
			: null;
	} catch {
		return null;
	}
};
