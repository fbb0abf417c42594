import fastify from 'fastify';
import { toNodeHandler } from 'softpost/server';

/** @param {import('softpost/server').App} app what `createApp` returned */
export const serve = async (app) => {
	const pages = toNodeHandler(app);
	const server = fastify();
	server.get('/healthz', () => 'ok');
	server.post('/api/echo', (request) => request.body);
	// A separate scope, so that its parsers do not affect the routes above.
	await server.register((scope) => {
		scope.removeAllContentTypeParsers();
		scope.addContentTypeParser('*', (request, body, done) => done(null));
		scope.all('/*', (request, reply) => {
			reply.hijack();
			pages(request.raw, reply.raw);
		});
	});
	await server.ready();
	return server.server;
};
