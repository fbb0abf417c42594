import { createServer } from 'node:http';
import { createApp, fail, toNodeHandler } from 'softpost/server';

const register = async ({ request }) => {
	const email = (await request.formData()).get('email');
	return email ? { ok: true, email } : fail(400, { missing: true });
};

const app = createApp({ routes: { '/bench': { page: { actions: { register } } } } });
createServer(toNodeHandler(app)).listen(Number(process.env.PORT), '127.0.0.1');
