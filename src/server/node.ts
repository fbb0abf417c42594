import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequestListener, type ClientAddress } from '@remix-run/node-fetch-server';
import { SoftpostError } from '../protocol/errors.ts';
import { isRead } from './negotiate.ts';
import type { App } from './types.ts';

/** A request that cannot be read, such as one with a broken `host`, is the client's fault. */
const onError = (error: unknown): Response | undefined => {
	if (error instanceof TypeError) return new Response('Bad Request', { status: 400 });
	console.error(error);
	return undefined;
};

/**
 * Reads the rest of a body that nothing has read, such as that of a refused upload: browsers wait
 * until theirs is sent before they read the answer.
 */
const drain = (req: IncomingMessage): void => {
	if (!req.complete) req.removeAllListeners('data').resume();
};

const isBodyGone = ({ method = 'GET', readableDidRead, readableEnded }: IncomingMessage): boolean =>
	(readableDidRead || readableEnded) && !isRead({ method });

/** Without it the action would wait for ever for a body that has been. */
const refuseRead = (res: ServerResponse): void => {
	const message =
		'The body of this request was read before softpost. Mount the app before parsers such as express.urlencoded()';
	console.error(new SoftpostError('body_read', message));
	res.writeHead(500, { 'content-type': 'text/plain' }).end('Internal Error');
};

/**
 * Mounts an app in Node's `http`, in Express, or in Fastify by `middie`.
 *
 * The URL is made of the `host` header and the connection; headers of proxies are not trusted:
 * tell `createApp` the `origin` that users see. No middleware may read the body before it.
 */
export const toNodeHandler = (app: App): ((req: IncomingMessage, res: ServerResponse) => void) => {
	const listener = createRequestListener(
		(request: Request, { address }: ClientAddress) =>
			app.fetch(request, { clientAddress: address }),
		{ onError }
	);
	return (req, res) => {
		if (isBodyGone(req)) return refuseRead(res);
		res.once('finish', () => drain(req));
		listener(req, res);
	};
};
