import type { Progress } from '../submission-status.ts';

const NO_BODY = [101, 204, 205, 304];

const headersOf = (request: XMLHttpRequest): Headers => {
	const headers = new Headers();
	for (const line of request.getAllResponseHeaders().trim().split('\r\n')) {
		const colon = line.indexOf(':');
		if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
	}
	return headers;
};

/** Whether a request was redirected to its own URL: only its timing says so. */
const wasRedirected = (url: string, since: number): boolean =>
	(performance.getEntriesByName(url, 'resource') as PerformanceResourceTiming[]).some(
		({ startTime, redirectStart }) => startTime >= since && redirectStart > 0
	);

/**
 * @param url  without a fragment
 * @param sent when it was sent
 */
const responseOf = (request: XMLHttpRequest, url: string, sent: number): Response => {
	const { status, statusText, response, responseURL } = request;
	const body = NO_BODY.includes(status) ? null : (response as ArrayBuffer);
	return Object.defineProperties(
		new Response(body, { status, statusText, headers: headersOf(request) }),
		{
			url: { value: responseURL },
			redirected: { value: responseURL !== url || wasRedirected(url, sent) }
		}
	);
};

/**
 * Makes a `fetch` over `XMLHttpRequest` that reports the progress of an upload, which `fetch` itself cannot.
 * It supports the options that forms need: method, headers, body, credentials and signal. A request without cookies or
 * without a referrer goes to the real `fetch`, without progress.
 *
 * @param report called at each progress event, and with the full size at the end
 */
export const createUpload =
	(report: (progress: Progress) => void): typeof globalThis.fetch =>
	(input, init = {}) => {
		const { method = 'GET', headers, body, credentials, referrerPolicy, signal } = init;
		if (credentials === 'omit' || referrerPolicy) return fetch(input, init);
		return new Promise((resolve, reject) => {
			// The signal may have aborted while this module was loading.
			signal?.throwIfAborted();
			// The URLs of a response and of its timing have no fragment.
			const url = `${input as URL}`.split('#')[0]!;
			const sent = performance.now();
			const request = new XMLHttpRequest();
			request.open(method, url);
			request.responseType = 'arraybuffer';
			request.withCredentials = credentials === 'include';
			new Headers(headers).forEach((value, name) => request.setRequestHeader(name, value));
			request.upload.onprogress = ({ loaded, total }) =>
				report({ loaded, total, fraction: total && loaded / total });
			request.onload = () => {
				try {
					resolve(responseOf(request, url, sent));
				} catch (error) {
					// The constructor rejects some status codes.
					reject(error);
				}
			};
			request.onerror = () => reject(new TypeError('The request failed'));
			request.onabort = () => reject(signal?.reason);
			signal?.addEventListener('abort', () => request.abort(), { once: true });
			request.send(body as XMLHttpRequestBodyInit);
		});
	};
