/** Serves a candidate's page as a site does: text is compressed, and files have been before. */
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

const peers = new URL('../peers/', import.meta.url);
const [name] = process.argv.slice(2);
const { handler, files } = await import(
	name === 'sveltekit' ? new URL('build/handler.js', peers).href : `../pages/${name}/server.js`
);
const compress = createRequire(peers)('compression')();
/** @type {import('sirv').RequestHandler} */
const serve = files
	? sirv(fileURLToPath(files), { brotli: true, etag: true, extensions: [] })
	: (_, __, next) => next?.();

createServer((request, response) =>
	compress(request, response, () =>
		serve(request, response, () => handler(request, response, () => response.writeHead(404).end()))
	)
).listen(Number(process.env.PORT), '127.0.0.1');
