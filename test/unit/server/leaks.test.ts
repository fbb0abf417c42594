import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { text } from '../../../src/server.ts';
import type { AppOptions, HandleServerError } from '../../../src/server.ts';
import { testApp } from './setup.ts';

const SECRET = 'password of the database';
const ID = 'error-4711';

/** What app code can throw, each with the secret in all of it. */
const thrown: [what: string, make: () => unknown][] = [
	[
		'an Error with a cause and fields',
		() => Object.assign(new Error(SECRET, { cause: new Error(SECRET) }), { secret: SECRET })
	],
	['a TypeError', () => new TypeError(SECRET)],
	['an AggregateError', () => new AggregateError([new Error(SECRET)], SECRET)],
	['a text', () => SECRET],
	['an object like an HttpError', () => ({ status: 400, body: { message: SECRET } })],
	['an object like a failure', () => ({ status: 400, data: { secret: SECRET } })],
	['a Response', () => new Response(SECRET)],
	[
		'an object that cannot be read',
		() => ({
			get message() {
				throw new Error(SECRET);
			},
			toString: () => SECRET
		})
	],
	['nothing', () => undefined]
];

let make: () => unknown;
const fail = (): never => {
	throw make();
};

const routes = {
	'/action': { page: { actions: { default: fail } } },
	'/load': { page: { load: fail, actions: { default: () => ({}) } } },
	'/layout': { layout: { load: fail }, page: {} },
	'/api': { endpoint: { GET: fail, POST: fail } },
	'/module': { page: () => Promise.reject(make()) as Promise<object> },
	'/data': { page: { actions: { default: () => ({ [SECRET]: () => SECRET }) } } },
	'/shape': { page: { actions: { default: () => text(SECRET) as never } } },
	'/redirect': {
		page: {
			actions: {
				default: () => {
					throw Object.assign(Object.create(null), { location: SECRET });
				}
			}
		}
	}
};

const log = vi.spyOn(console, 'error').mockImplementation(() => {});
afterAll(() => log.mockRestore());
beforeEach(() => log.mockClear());

/** Every way in which an answer can be written, for every place where something can be thrown. */
const answersOf = async (options: Partial<AppOptions>): Promise<[string, Response][]> => {
	const app = testApp(routes, options);
	const found: [string, Promise<Response>][] = [];
	for (const path of Object.keys(routes)) {
		found.push([`html of ${path}`, app.visit(path)], [`data of ${path}`, app.data(path)]);
		found.push([`native post to ${path}`, app.native(path)]);
		found.push([`result of ${path}`, app.enhanced(path)]);
		found.push([
			`result and page of ${path}`,
			app.enhanced(path, undefined, { headers: { 'x-softpost-page': '/load' } })
		]);
		found.push([`json of ${path}`, app.send(path, { headers: { accept: 'application/json' } })]);
	}
	return Promise.all(
		found.map(async ([what, response]): Promise<[string, Response]> => [what, await response])
	);
};

const wholeOf = async (response: Response): Promise<string> =>
	JSON.stringify([...response.headers, response.statusText]) + (await response.text());

const withIds: HandleServerError = () => ({ message: 'Something broke', id: ID });

describe.each(thrown)('of %s that app code throws', (_what, value) => {
	beforeEach(() => {
		make = value;
	});

	it.each<[string, Partial<AppOptions>]>([
		['handleError does not say more', {}],
		['handleError gives an id', { handleError: withIds }],
		[
			'handleError fails itself',
			{
				handleError: () => {
					throw new Error(SECRET);
				}
			}
		],
		[
			'render fails',
			{
				render: () => {
					throw new Error(SECRET);
				}
			}
		],
		['handle fails', { handle: fail }]
	])('no response reveals anything where %s', async (_when, options) => {
		for (const mode of ['production', 'development']) {
			vi.stubEnv('NODE_ENV', mode);
			for (const [what, response] of await answersOf(options)) {
				const whole = await wholeOf(response);
				expect([what, /password|database|\.ts:|at file|node:|secret/i.test(whole)]).toEqual([
					what,
					false
				]);
			}
			vi.unstubAllEnvs();
		}
	});

	it('the id of handleError is in every response about it', async () => {
		const answers = await answersOf({ handleError: withIds });
		const failed = answers.filter(([, { status }]) => status === 500);
		expect(failed.length).toBeGreaterThan(20);
		for (const [what, response] of failed) {
			expect([what, (await response.text()).includes(ID)]).toEqual([what, true]);
		}
	});
});

it('what is thrown is in the log, or with handleError', async () => {
	make = () => new Error(SECRET);
	await testApp(routes).enhanced('/action');
	expect(String(log.mock.calls[0]![0])).toContain(SECRET);
	const handleError = vi.fn();
	await testApp(routes, { handleError }).enhanced('/action');
	expect(handleError.mock.calls[0]![0].error).toMatchObject({ message: SECRET });
});
