import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequestListener, type ClientAddress } from '@remix-run/node-fetch-server';
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
		res.once('finish', () => drain(req));
		listener(req, res);
	};
};
