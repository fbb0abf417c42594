import { createAdaptorServer } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';

/** @param {import('softpost/server').App} app what `createApp` returned */
export const serve = (app) => {
	/** @type {Hono<{ Bindings: import('@hono/node-server').HttpBindings }>} */
	const server = new Hono();
	server.get('/healthz', (context) => context.text('ok'));
	server.post('/api/echo', async (context) => context.json(await context.req.json()));
	server.all('*', (context) => {
		const { incoming, outgoing } = context.env;
		// Read the rest of a refused upload: a browser reads the response only after it has sent everything.
		outgoing.once('finish', () => incoming.removeAllListeners('data').resume());
		const { address = '' } = getConnInfo(context).remote;
		return app.fetch(context.req.raw, { clientAddress: address });
	});
	// The server's own cleaning up closes the connection after half a second.
	return createAdaptorServer({ fetch: server.fetch, autoCleanupIncoming: false });
};
