import { readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { stringify } from 'devalue';
import { actionsOf } from './answers.ts';

/** The wire as SvelteKit 2 has it, and as SvelteKit 3 does. */
export type Generation = 2 | 3;

/** HTTP status, and what the JSON says. */
type Sent = [status: number, body: object];

const scripts: Record<string, string> = {
	'/softpost.min.js': 'dist/softpost.min.js',
	'/in-page.js': 'test/interop/in-page.js'
};

/** The page of the interop tests, as a server without SvelteKit writes it. */
export const documentOf = (content = ''): string => `<!doctype html>
<html lang="en">
	<head>
		<meta charset="utf-8" />
		<title>Interop</title>
		<link rel="icon" href="data:," />
		<script type="module" src="/in-page.js"></script>
	</head>
	<body>
		<form method="POST">
			<input name="name" aria-label="Name" />
			${actionsOf()
				.map((action) => `<button formaction="${action}">${action}</button>`)
				.join('\n')}
		</form>
		${content}
	</body>
</html>`;

/** @returns whether the request was for a script */
export const serveScript = async ({ url = '' }: IncomingMessage, response: ServerResponse) => {
	const file = scripts[url];
	if (file) response.setHeader('content-type', 'text/javascript').end(await readFile(file));
	return !!file;
};

const data = (name: string) => ({
	saved: stringify({
		saved: name,
		at: new Date('2024-02-29T12:00:00Z'),
		tags: new Map([['a', 1]])
	}),
	wrong: stringify({ name, wrong: true })
});

const failed = (generation: Generation, status: number, message: string): Sent => {
	const error = generation === 3 ? { status, message } : { message };
	return [status, { type: 'error', error }];
};

const errors: Record<string, [status: number, message: string]> = {
	'/?/teapot': [418, 'Teapot'],
	'/?/crash': [500, 'Internal Error'],
	'/?/unknown': [404, 'Not Found'],
	'/bare': [405, 'POST method not allowed']
};

const answerTo = (action: string, name: string, generation: Generation): Sent => {
	const { saved, wrong } = data(name);
	if (action in errors) return failed(generation, ...errors[action]!);
	if (action === '/?/nothing') return [200, { type: 'success', status: 204 }];
	if (action === '/?/away')
		return [200, { type: 'redirect', status: 303, location: '/other?from=away' }];
	if (action === '/?/wrong')
		return [generation === 3 ? 422 : 200, { type: 'failure', status: 422, data: wrong }];
	return [200, { type: 'success', status: 200, data: saved }];
};

/** The field of the one form, out of either encoding that it may have. */
const nameIn = (body: string): string => new URLSearchParams(body).get('name') ?? '';

const answer = async (
	generation: Generation,
	request: IncomingMessage,
	response: ServerResponse
): Promise<void> => {
	const { url = '', headers, method } = request;
	if (await serveScript(request, response)) return;
	if (method !== 'POST') {
		response.setHeader('content-type', 'text/html').end(documentOf());
		return;
	}
	const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded');
	const name = nameIn(await text(request));
	const [status, body] = isForm
		? answerTo(url, name, generation)
		: failed(generation, 415, 'Unsupported Media Type');
	const located = generation === 3 && { location: url.replace(/\?.*/, ''), ...body };
	if (generation === 3) response.setHeader('x-sveltekit-version', '3.0.0');
	response
		.writeHead(status, { 'content-type': 'application/json' })
		.end(JSON.stringify(located || body));
};

/** Answers actions as one generation of SvelteKit does, and all else with the page. */
export const stubServer =
	(generation: Generation): RequestListener =>
	(request, response) =>
		void answer(generation, request, response);
