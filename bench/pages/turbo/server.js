import { form, list, page } from '../shared/html.js';
import { readForm, send } from '../shared/http.js';
import { load, register } from '../shared/register.js';

export const files = new URL('build/', import.meta.url);

const head = '<script type="module" src="/client.js"></script>';

/** As Turbo's handbook says: 422 with the page for a failure, 303 for a success. @type {import('node:http').RequestListener} */
export const handler = async (request, response) => {
	const { pathname: path } = new URL(request.url, 'http://localhost');
	const failure = request.method === 'POST' ? register(await readForm(request)) : null;
	if (request.method === 'POST' && !failure)
		return response.writeHead(303, { location: path }).end();
	const main = form(failure, '') + list(load(), '');
	send(response, failure ? 422 : 200, 'text/html', page({ head, main, path }));
};
