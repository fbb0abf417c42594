import type { ServerResponse } from 'node:http';
import { sendResponse } from '@remix-run/node-fetch-server';
import { SoftpostError } from '../../protocol/errors.ts';
import { answerers, discard, WholeAnswer, type Answer } from '../answer.ts';
import { isRead } from '../http.ts';
import { isClosed, nodeRequest, type NodeRequest, type NodeResponse } from './node-request.ts';
import type { App } from '../types.ts';

/**
 * Reads and ignores the rest of a body, such as that of a refused upload: browsers send all of it before they read
 * the response.
 */
const drain = (req: NodeRequest): void => void req.removeAllListeners('data').resume();

const isBodyGone = ({ method, readableDidRead, readableEnded }: NodeRequest): boolean =>
	(readableDidRead || readableEnded) && !isRead({ method: method as string });

/** Responds when the body is already consumed. Otherwise the action would wait for it forever. */
const refuseRead = (): Answer => {
	const message =
		'Another middleware has read the body of this request. Mount the app before parsers such as express.urlencoded()';
	console.error(new SoftpostError('body_read', message));
	return plain(500, 'Internal Error');
};

const plain = (status: number, text: string): Answer =>
	new WholeAnswer(text, { status, headers: { 'content-type': 'text/plain' } });

const respond = async (app: App, req: NodeRequest, res: NodeResponse): Promise<Answer> => {
	if (isBodyGone(req)) return refuseRead();
	let request;
	try {
		request = nodeRequest(req, res);
	} catch {
		return plain(400, 'Bad Request');
	}
	const options = { clientAddress: req.socket.remoteAddress ?? '' };
	return answerers.get(app)?.(request, options) ?? app.fetch(request, options);
};

/** The headers of an HTTP/1 connection; its `connection` header may name more (RFC 9113, section 8.2.2). */
const CONNECTION =
	/^(connection|http2-settings|keep-alive|proxy-connection|te|transfer-encoding|upgrade)$/;

/** Removes the headers that HTTP/2 does not allow, for example from a response that was fetched over HTTP/1. */
const forHttp2 = (answer: Answer): Answer => {
	const { body, status } = answer;
	const named = (answer.headers.get('connection') ?? '').toLowerCase().split(/\s*,\s*/);
	const headers = new Headers(
		[...answer.headers].filter(([name]) => !CONNECTION.test(name) && !named.includes(name))
	);
	return answer instanceof WholeAnswer
		? new WholeAnswer(answer.body, { status, headers })
		: new Response(body, { status, headers });
};

const send = async (res: NodeResponse, answer: Answer): Promise<void> => {
	const { req } = res;
	if (!req.complete) res.once('finish', () => drain(req));
	const sent = req.httpVersionMajor > 1 ? forHttp2(answer) : answer;
	if (!(sent instanceof WholeAnswer)) return sendResponse(res, sent);
	const { body, status, statusText, fields } = sent;
	if (body !== null) fields['content-length'] ??= String(Buffer.byteLength(body));
	// Node has a default for each status.
	if (statusText) res.statusMessage = statusText;
	(res as ServerResponse).writeHead(status, fields).end(body);
};

/** Responds with a 500. If the response has begun, cuts the connection, so that it does not look complete. */
const fail = async (res: NodeResponse, error: unknown): Promise<void> => {
	console.error(error);
	if (!res.headersSent) {
		if (!('stream' in res)) res.statusMessage = '';
		await send(res, plain(500, 'Internal Error'));
	} else res.destroy();
};

const answer = async (app: App, req: NodeRequest, res: NodeResponse): Promise<void> => {
	let found: Answer | undefined;
	try {
		found = await respond(app, req, res);
		if (isClosed(res)) discard(found);
		else await send(res, found);
	} catch (error) {
		discard(found);
		// An error here would end the process, and with it all other requests.
		await fail(res, error).catch(() => res.destroy());
	}
};

/**
 * Mounts an app in Node's `http` or `http2`, in Express, or in Fastify by `middie`.
 *
 * The URL is made of the `host` header and the connection. Headers of proxies are not trusted: behind a proxy pass
 * `createApp` the `origin` that users see. Mount it before any middleware that reads the body.
 *
 * @example
 * createServer(toNodeHandler(createApp({ routes, render }))).listen(3000);
 */
export const toNodeHandler =
	(app: App): ((req: NodeRequest, res: NodeResponse) => void) =>
	(req, res) =>
		void answer(app, req, res);
