import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendResponse } from '@remix-run/node-fetch-server';
import { SoftpostError } from '../../protocol/errors.ts';
import { answerers, WholeAnswer, type Answer } from '../answer.ts';
import { isRead } from '../http.ts';
import { nodeRequest } from './node-request.ts';
import type { App } from '../types.ts';

/**
 * Reads the rest of a body that nothing has read, such as that of a refused upload: browsers wait
 * until theirs is sent before they read the answer.
 */
const drain = (req: IncomingMessage): void => void req.removeAllListeners('data').resume();

const isBodyGone = ({ method, readableDidRead, readableEnded }: IncomingMessage): boolean =>
	(readableDidRead || readableEnded) && !isRead({ method: method as string });

/** Without it the action would wait for ever for a body that has been. */
const refuseRead = (): Answer => {
	const message =
		'The body of this request was read before softpost. Mount the app before parsers such as express.urlencoded()';
	console.error(new SoftpostError('body_read', message));
	return plain(500, 'Internal Error');
};

const plain = (status: number, text: string): Answer =>
	new WholeAnswer(text, { status, headers: { 'content-type': 'text/plain' } });

const respond = async (app: App, req: IncomingMessage, res: ServerResponse): Promise<Answer> => {
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

const send = async (res: ServerResponse, answer: Answer): Promise<void> => {
	const { req } = res;
	if (!req.complete) res.once('finish', () => drain(req));
	if (!(answer instanceof WholeAnswer)) return sendResponse(res, answer);
	const { body, status, statusText, fields } = answer;
	if (body !== null) fields['content-length'] ??= String(Buffer.byteLength(body));
	// Node has its own for each status.
	if (statusText) res.statusMessage = statusText;
	res.writeHead(status, fields).end(body);
};

const fail = (res: ServerResponse, error: unknown): void => {
	console.error(error);
	// What has begun cannot become another answer; a client must not take it for complete.
	if (res.headersSent) res.destroy();
	else void send(res, plain(500, 'Internal Error'));
};

const answer = async (app: App, req: IncomingMessage, res: ServerResponse): Promise<void> => {
	try {
		const found = await respond(app, req, res);
		if (!res.closed) await send(res, found);
		else if (!(found instanceof WholeAnswer)) await found.body?.cancel();
	} catch (error) {
		fail(res, error);
	}
};

/**
 * Mounts an app in Node's `http`, in Express, or in Fastify by `middie`.
 *
 * The URL is made of the `host` header and the connection; headers of proxies are not trusted:
 * tell `createApp` the `origin` that users see. No middleware may read the body before it.
 */
export const toNodeHandler =
	(app: App): ((req: IncomingMessage, res: ServerResponse) => void) =>
	(req, res) =>
		void answer(app, req, res);
