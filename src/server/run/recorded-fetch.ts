import type { Fetched } from '../../protocol/page-data.ts';
import { askedWith } from '../../protocol/universal.ts';
import type { Exchange } from '../visit/exchange.ts';

/** The longest response that a document carries, in characters. The browser requests longer ones itself. */
const LONGEST = 262_144;

/** Whether a script of the page may read a response. The server can read more than a script may (CORS). */
const isOpen = (
	asked: string,
	{ headers, url }: Response,
	{ event, origins }: Pick<Exchange, 'event' | 'origins'>
): boolean => {
	const [address = ''] = asked.split('\n');
	if (origins.includes(new URL(url || address, event.url).origin)) return true;
	const allowed = headers.get('access-control-allow-origin');
	return allowed === '*' || allowed === event.url.origin;
};

/** A response that reports the text that is read from it. */
const readable = (response: Response, onRead: (text: string) => void): Response => {
	const text = async (): Promise<string> => {
		const read = await response.text();
		onRead(read);
		return read;
	};
	const reading = { text, json: async (): Promise<unknown> => JSON.parse(await text()) };
	return new Proxy(response, {
		get(target, name) {
			if (name === 'text' || name === 'json') return reading[name];
			const value: unknown = Reflect.get(target, name, target);
			return typeof value === 'function' ? value.bind(target) : value;
		}
	});
};

/**
 * Makes `event.fetch` for universal loads.
 *
 * @param fetched receives the texts that were read, because the browser will need them as well
 */
export const recordingFetch =
	(exchange: Exchange, fetched: Fetched[]): typeof globalThis.fetch =>
	async (input, init) => {
		const { event } = exchange;
		const response = await event.fetch(input, init);
		const asked = askedWith(input, init, event.url);
		if (!asked || !isOpen(asked, response, exchange)) return response;
		const type = response.headers.get('content-type') ?? '';
		return readable(response, (text) => {
			if (text.length <= LONGEST) fetched.push([asked, response.status, type, text]);
		});
	};
