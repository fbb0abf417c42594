import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import { createHeaders } from '@remix-run/node-fetch-server';
import { joined, type BodySource } from '../body/body.ts';
import { FormRequest } from '../body/form-request.ts';
import type { LateHeaders } from '../body/platform-request.ts';
import { isRead } from '../http.ts';

/** A message of HTTP/1 or HTTP/2. */
export type NodeRequest = IncomingMessage | Http2ServerRequest;
export type NodeResponse = ServerResponse | Http2ServerResponse;

/** Whether the connection can no longer send. */
export const isClosed = (res: NodeResponse): boolean =>
	'stream' in res ? res.stream.destroyed : res.closed;

/** Whether the whole response has been sent. HTTP/2 calls an aborted stream finished, too. */
const isSent = (res: NodeResponse): boolean =>
	'stream' in res ? res.writableEnded : res.writableFinished;

const gone = (): DOMException => new DOMException('The client is gone', 'AbortError');

/** Makes the signal that aborts when the connection closes before the response is complete. */
const signalOf = (res: NodeResponse): (() => AbortSignal) => {
	let controller: AbortController | undefined;
	return () => {
		if (controller) return controller.signal;
		const made = (controller = new AbortController());
		const close = (): void => {
			if (!isSent(res)) made.abort(gone());
		};
		if (isClosed(res)) close();
		else (res as ServerResponse).once('close', close);
		return made.signal;
	};
};

/** How many unread bytes pause the connection. */
const ENOUGH = 64 * 1024;

/**
 * Reads a message's body only as fast as the reader asks. All bytes that have arrived are joined into one chunk,
 * because the cost of reading must not grow with the number of chunks.
 */
const bodyOf = (req: NodeRequest): BodySource => {
	let chunks: Uint8Array[] = [];
	let waiting = 0;
	let state: 'unread' | 'open' | 'ended' | 'broken' = 'unread';
	let wake = (): void => {};
	const end = (last: typeof state) => (): void => {
		if (state === 'open') state = last;
		wake();
	};
	const open = (): void => {
		// A connection that is already gone emits no events.
		state = req.destroyed ? 'broken' : 'open';
		(req as IncomingMessage).on('data', ({ buffer, byteOffset, byteLength }: Buffer) => {
			chunks.push(new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength));
			waiting += byteLength;
			if (waiting >= ENOUGH) req.pause();
			wake();
		});
		for (const event of ['error', 'close']) req.on(event, end('broken'));
		// HTTP/2 ends a stream that the client has reset, too.
		req.on('end', () => end('stream' in req && req.stream.rstCode ? 'broken' : 'ended')());
	};
	const arrived = (): Promise<void> =>
		new Promise((resolve) => {
			wake = resolve;
			req.resume();
		});
	return {
		async read() {
			if (state === 'unread') open();
			while (!chunks.length && state === 'open') await arrived();
			if (!chunks.length && state === 'broken') throw gone();
			const found = chunks;
			[chunks, waiting] = [[], 0];
			return found.length ? joined(found) : null;
		},
		// The rest is drained when the response is sent.
		cancel() {}
	};
};

/** Other characters, such as `/` or `@`, would change the meaning of the rest of the URL. */
const HOST = /^[\w.~%[\]:-]+$/;

/**
 * The host of a request, and the path with its query. A target that is a URL takes precedence over the `host` header
 * (RFC 9112, section 3.2.2).
 */
const targetOf = ({ url = '', headers }: NodeRequest): [host: string, path: string] => {
	// HTTP/2 calls the host `:authority`.
	const host = String(headers[':authority'] ?? headers.host ?? 'localhost');
	// What all clients but proxies send.
	if (/^\/.*$/.test(url)) return [host, url];
	const [, own, path = ''] = /^(?:https?:\/\/([^/?]*))?([/?].*)?$/i.exec(url) ?? [, ''];
	return [own ?? host, path];
};

const headersOf = (req: NodeRequest): LateHeaders => ({
	get(name) {
		const value = req.headers[name] ?? null;
		return Array.isArray(value) ? value.join(', ') : value;
	},
	make: () => createHeaders(req)
});

/** A `Request` cannot have these methods (Fetch standard, section 2.2.1). */
const UNKNOWN = /^(CONNECT|TRACE|TRACK)$/i;

/**
 * Reads a message of Node's `http`.
 *
 * @throws {TypeError} if it is not a valid request, for example because of its `host`
 */
export const nodeRequest = (req: NodeRequest, res: NodeResponse): FormRequest => {
	const method = req.method as string;
	const [host, path] = targetOf(req);
	if (!HOST.test(host) || UNKNOWN.test(method)) throw new TypeError('Invalid HTTP request');
	const scheme = 'encrypted' in req.socket && req.socket.encrypted ? 'https' : 'http';
	return new FormRequest({
		url: `${scheme}://${host}${path}`,
		method,
		headers: headersOf(req),
		signal: signalOf(res),
		body: isRead({ method }) ? null : bodyOf(req)
	});
};
