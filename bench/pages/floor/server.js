import { OTHERS } from '../shared/fields.js';
import { readForm, send } from '../shared/http.js';
import { load, register } from '../shared/register.js';
import { renderApp } from './build/server/render.js';

/** @param {string} body @param {object} props */
const document = (body, props) =>
	`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Register</title><link rel="icon" href="data:,"><script type="module" src="/client.js"></script></head><body><div id="app">${body}</div><script type="application/json" id="props">${JSON.stringify(props).replaceAll('<', '\\u003c')}</script></body></html>`;

export const files = new URL('build/client/', import.meta.url);

/** @type {import('node:http').RequestListener} */
export const handler = async (request, response) => {
	if (request.method === 'POST') {
		const data = register(await readForm(request));
		const result = data ? { type: 'failure', data } : { type: 'success', page: load() };
		return send(response, 200, 'application/json', JSON.stringify(result));
	}
	const props = { data: load(), others: request.url === '/forms' ? OTHERS : 0 };
	send(response, 200, 'text/html', document(renderApp(props), props));
};
