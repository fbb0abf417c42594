/** `hono.mjs parseBody` or `hono.mjs formData`: the two ways of reading a form in Hono. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { register } from '../pages/shared/register.js';

const isParsed = process.argv[2] === 'parseBody';
const app = new Hono();
app.post('/', async ({ req, json }) => {
	/** @type {{ get: (name: string) => any }} */
	let form;
	if (isParsed) {
		const body = await req.parseBody();
		form = { get: (name) => body[name] };
	} else form = await req.formData();
	const data = register(form);
	return json(data ? { type: 'failure', status: 400, data } : { type: 'success', status: 200 });
});
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' });
