import { doc } from '../../dom/doc.ts';
import type { Received } from '../../document/received.ts';
import { isHtml } from '../../protocol/wire.ts';

/**
 * Shows a received page without any other code, if the code that makes documents could not be loaded. So a response
 * that has arrived is never lost.
 *
 * @returns the text, if the response is not a page
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
