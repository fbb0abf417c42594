import { doc } from '../../dom/doc.ts';
import type { Received } from '../../document/received.ts';
import { isHtml } from '../../protocol/wire.ts';

/**
 * Shows a page with nothing but the platform, where what makes documents could not be loaded: a response that has
 * arrived is not lost.
 *
 * @returns the text of any other response
 */
export const receiveBare = async (response: Response, action: URL): Promise<Received | string> => {
	const text = await response.text();
	if (!isHtml(response)) return text;
	return {
		result: { type: 'success', status: response.status },
		async show() {
			history.pushState(null, '', response.url + action.hash);
			doc.open();
			doc.write(text);
			doc.close();
		}
	};
};
