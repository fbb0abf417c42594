/** The least that a server can do: reads the text, and writes JSON. */
import { createServer } from 'node:http';
import { readForm, send } from '../pages/shared/http.js';
import { register } from '../pages/shared/register.js';

createServer(async (request, response) => {
	if (request.method !== 'POST') return send(response, 200, 'text/plain', '');
	const data = register(await readForm(request));
	const result = data ? { type: 'failure', status: 400, data } : { type: 'success', status: 200 };
	send(response, 200, 'application/json', JSON.stringify(result));
}).listen(Number(process.env.PORT), '127.0.0.1');
