import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import { createHeaders } from '@remix-run/node-fetch-server';
import { joined, type BodySource } from '../body/body.ts';
import { FormRequest } from '../body/form-request.ts';
import { isRead } from '../http.ts';

/** A message of HTTP/1 or HTTP/2. */
export type NodeRequest = IncomingMessage | Http2ServerRequest;
export type NodeResponse = ServerResponse | Http2ServerResponse;

/** Whether nothing can be sent any more. */
export const isClosed = (res: NodeResponse): boolean =>
	'stream' in res ? res.stream.destroyed : res.closed;

/** Whether the whole response has been sent. HTTP/2 calls an aborted stream finished, too. */
const isSent = (res: NodeResponse): boolean =>
	'stream' in res ? res.writableEnded : res.writableFinished;

const gone = (): DOMException => new DOMException('The client is gone', 'AbortError');

/** Aborts when the connection ends before the response does. */
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

/** Bytes that wait to be read before the connection is paused. */
const ENOUGH = 64 * 1024;

/**
 * A message's body, read only as fast as it is asked for. What has arrived is handed on as one, because the cost of
 * reading it must not grow with the number of its chunks.
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
		// Of a connection that is gone already no event comes.
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
		// What is left is read when the response is sent.
		cancel() {}
	};
};

/** Anything else in its place, such as `/` or `@`, would make the rest of the URL another one. */
const HOST = /^[\w.~%[\]:-]+$/;

/**
 * The host that a request is for, and what follows it: a target that is a URL counts more than the header
 * (RFC 9112, section 3.2.2).
 */
const targetOf = ({ url, headers }: NodeRequest): [host: string, path: string] => {
	const [, own, path = ''] = /^(?:https?:\/\/([^/?]*))?([/?].*)?$/i.exec(url as string) ?? [, ''];
	// HTTP/2 has it under another name.
	return [own ?? String(headers[':authority'] ?? headers.host ?? 'localhost'), path];
};

/** No `Request` can have these methods (Fetch standard, section 2.2.1). */
const UNKNOWN = /^(CONNECT|TRACE|TRACK)$/i;

/**
 * Reads a message of Node's `http`.
 *
 * @throws {TypeError} for one that makes no request, such as one with a broken `host`
 */
export const nodeRequest = (req: NodeRequest, res: NodeResponse): FormRequest => {
	const method = req.method as string;
	const [host, path] = targetOf(req);
	if (!HOST.test(host) || UNKNOWN.test(method)) throw new TypeError('Invalid HTTP request');
	const scheme = 'encrypted' in req.socket && req.socket.encrypted ? 'https' : 'http';
	return new FormRequest({
		url: `${scheme}://${host}${path}`,
		method,
		headers: createHeaders(req),
		signal: signalOf(res),
		body: isRead({ method }) ? null : bodyOf(req)
	});
};
