/** softpost with its routes as a table. */
import { createServer } from 'node:http';
import { createApp, fail, toNodeHandler } from 'softpost/server';
import * as shared from '../pages/shared/register.js';

const register = async ({ request }) => {
	const failure = shared.register(await request.formData());
	return failure ? fail(400, failure) : undefined;
};

const app = createApp({ routes: { '/': { page: { actions: { register } } } } });
createServer(toNodeHandler(app)).listen(Number(process.env.PORT), '127.0.0.1');
