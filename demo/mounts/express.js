import express from 'express';
import { createServer } from 'node:http';
import { toNodeHandler } from 'softpost/server';

/** @param {import('softpost/server').App} app what `createApp` returned */
export const serve = (app) => {
	const server = express();
	server.get('/healthz', (request, response) => void response.send('ok'));
	// Use parsers only where needed: softpost cannot read a body that a parser has consumed.
	server.post('/api/echo', express.json(), (request, response) => void response.json(request.body));
	server.use(toNodeHandler(app));
	return createServer(server);
};
