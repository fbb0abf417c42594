import { createServer } from 'node:http';
import { toNodeHandler } from 'softpost/server';

/** @param {import('softpost/server').App} app what `createApp` returned */
export const serve = (app) => {
	const pages = toNodeHandler(app);
	return createServer((request, response) => {
		// A route of the server's own.
		if (request.url === '/healthz') response.end('ok');
		else pages(request, response);
	});
};
