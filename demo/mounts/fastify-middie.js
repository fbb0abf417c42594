import middie from '@fastify/middie';
import fastify from 'fastify';
import { toNodeHandler } from 'softpost/server';

/** @param {import('softpost/server').App} app what `createApp` returned */
export const serve = async (app) => {
	const pages = toNodeHandler(app);
	const server = fastify();
	// Before anything parses a body.
	await server.register(middie, { hook: 'onRequest' });
	server.use((request, response, next) => {
		if (/^\/(healthz|api\/)/.test(request.url ?? '')) next();
		else pages(request, response);
	});
	server.get('/healthz', () => 'ok');
	server.post('/api/echo', (request) => request.body);
	await server.ready();
	return server.server;
};
