import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.post('/bench', async (context) => {
	const { email } = await context.req.parseBody();
	return email
		? context.json({ type: 'success', status: 200, data: { ok: true, email } })
		: context.json({ type: 'failure', status: 400, data: { missing: true } }, 400);
});
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' });
