import { expect } from 'vitest';
import { createApp, error, fail, json, redirect } from '../../../src/server.ts';
import type { App, RequestEvent } from '../../../src/server.ts';
import { renderJson } from './setup.ts';

/** In every error that the app throws; in no answer. */
export const SECRET = 'password of the database';

const fault = (): never => {
	throw Object.assign(new Error(SECRET), { query: SECRET });
};

const echo = async ({ request, cookies }: RequestEvent) => {
	const data = await request.formData();
	cookies.set('seen', cookies.get('a') ?? 'none', { path: '/' });
	return { names: [...data.keys()].map(String) };
};

const readParts = async ({ parts }: RequestEvent) => {
	const sizes: [name: string, size: number][] = [];
	for await (const { name, stream, value = '' } of parts()) {
		let size = value.length;
		if (stream) for await (const chunk of stream) size += chunk.byteLength;
		sizes.push([name, size]);
	}
	return { sizes };
};

const api = async ({ request, url }: RequestEvent) =>
	json({ path: url.pathname, text: (await request.text()).length });

const page = { load: ({ params, url }: RequestEvent) => ({ params, search: url.search }) };

/** An app with one of everything, and limits that are soon met. Its only errors are those of `?/fault`. */
export const fuzzApp = (): App =>
	createApp({
		routes: {
			'/': { layout: { load: ({ cookies }) => ({ seen: cookies.getAll().length }) }, page },
			'/form': { page: { ...page, actions: { default: echo } } },
			'/named': {
				page: {
					actions: {
						echo,
						fault,
						fail: async ({ request }) => fail(422, { size: (await request.text()).length }),
						redirect: () => redirect(303, '/item/7'),
						error: () => error(418, 'No')
					}
				}
			},
			'/parts': { page: { actions: { default: readParts } } },
			'/api': { endpoint: { GET: api, POST: api, PUT: api } },
			'/both': { page: { ...page, actions: { default: echo } }, endpoint: { POST: api, GET: api } },
			'/none': { page: {} },
			'/item/:id': { page },
			'/files/*rest': { page }
		},
		render: renderJson!,
		bodyLimit: 60_000,
		limits: { fields: 500, files: 5, fieldSize: 20_000 }
	});

/** Refusals, answers of app code, and 500 for what it throws. */
const DEFINED = [200, 204, 303, 308, 400, 403, 404, 405, 413, 415, 418, 422];

/** A line of a stack, or a place in a file of ours. */
const STACK = /\n\s+at |node_modules|\/src\/server/;

/** Checks that a response is an allowed one. */
export const expectDefined = (status: number, text: string, mayFail: boolean): void => {
	expect(mayFail ? [...DEFINED, 500] : DEFINED).toContain(status);
	expect(text).not.toContain(SECRET);
	expect(text).not.toMatch(STACK);
};
