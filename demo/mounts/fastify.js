import fastify from 'fastify';
import { toNodeHandler } from 'softpost/server';

/** @param {import('softpost/server').App} app what `createApp` returned */
export const serve = async (app) => {
	const pages = toNodeHandler(app);
	const server = fastify();
	server.get('/healthz', () => 'ok');
	server.post('/api/echo', (request) => request.body);
	// A scope of its own: what it does to parsers is no concern of the routes above.
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
