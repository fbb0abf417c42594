/** `upload.mjs platform`, `formData` or `parts`: how many bytes a file has, read by the platform, and by softpost in two ways. */
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { createApp, toNodeHandler } from 'softpost/server';
import { send } from '../pages/shared/http.js';

const LIMIT = 2 ** 30;
const isStreamed = process.argv[2] === 'parts';

/** @param {FormData} form */
const sizeOf = (form) => /** @type {File} */ (form.get('file')).size;

/** @type {import('node:http').RequestListener} */
const platform = async (request, response) => {
	const init = {
		method: 'POST',
		headers: request.headers,
		body: Readable.toWeb(request),
		duplex: 'half'
	};
	const form = await new Request('http://localhost/', /** @type {any} */ (init)).formData();
	const data = JSON.stringify({ size: sizeOf(form) });
	send(response, 200, 'application/json', JSON.stringify({ type: 'success', status: 200, data }));
};

/** @param {import('softpost/server').RequestEvent} event */
const upload = async ({ request, parts }) => {
	if (!isStreamed) return { size: sizeOf(await request.formData()) };
	let size = 0;
	for await (const part of parts())
		if ('stream' in part) for await (const chunk of part.stream) size += chunk.length;
	return { size };
};

const app = createApp({
	routes: { '/': { page: { actions: { default: upload } } } },
	bodyLimit: LIMIT,
	limits: { fileSize: LIMIT }
});
const handler = process.argv[2] === 'platform' ? platform : toNodeHandler(app);
createServer(handler).listen(Number(process.env.PORT), '127.0.0.1');
