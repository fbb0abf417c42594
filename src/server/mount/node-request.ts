import type { IncomingMessage, ServerResponse } from 'node:http';
import { createHeaders } from '@remix-run/node-fetch-server';
import type { BodySource } from '../body/body.ts';
import { FormRequest } from '../body/form-request.ts';
import { isRead } from '../http.ts';

const gone = (): DOMException => new DOMException('The client is gone', 'AbortError');

/** Aborts when the connection ends before the answer does. */
const signalOf = (res: ServerResponse): (() => AbortSignal) => {
	let controller: AbortController | undefined;
	return () => {
		if (controller) return controller.signal;
		const made = (controller = new AbortController());
		const close = (): void => {
			if (!res.writableFinished) made.abort(gone());
		};
		if (res.closed) close();
		else res.once('close', close);
		return made.signal;
	};
};

/** A message's body, read only as fast as it is asked for. */
const bodyOf = (req: IncomingMessage): BodySource => {
	const chunks: Uint8Array[] = [];
	let state: 'unread' | 'open' | 'ended' | 'broken' = 'unread';
	let wake = (): void => {};
	const end = (last: typeof state) => (): void => {
		if (state === 'open') state = last;
		wake();
	};
	const open = (): void => {
		// Of a connection that is gone already no event comes.
		state = req.destroyed ? 'broken' : 'open';
		req.on('data', ({ buffer, byteOffset, byteLength }: Buffer) => {
			chunks.push(new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength));
			// One is most often all of it.
			if (chunks.length > 1) req.pause();
			wake();
		});
		req.on('end', end('ended')).on('error', end('broken')).on('close', end('broken'));
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
			return chunks.shift() ?? null;
		},
		// What is left is read when the answer is sent.
		cancel() {}
	};
};

/** Anything else in its place, such as `/` or `@`, would make the rest of the URL another one. */
const HOST = /^[\w.~%[\]:-]+$/;

/**
 * The host that a request is for, and what follows it: a target that is a URL counts more than the header
 * (RFC 9112, section 3.2.2).
 */
const targetOf = ({ url, headers }: IncomingMessage): [host: string, path: string] => {
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
export const nodeRequest = (req: IncomingMessage, res: ServerResponse): FormRequest => {
	const method = req.method as string;
	const [host, path] = targetOf(req);
	if (!HOST.test(host) || UNKNOWN.test(method)) throw new TypeError('This makes no request');
	const scheme = 'encrypted' in req.socket && req.socket.encrypted ? 'https' : 'http';
	return new FormRequest({
		url: `${scheme}://${host}${path}`,
		method,
		headers: createHeaders(req),
		signal: signalOf(res),
		body: isRead({ method }) ? null : bodyOf(req)
	});
};
