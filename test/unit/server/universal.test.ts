import { describe, expect, it, vi } from 'vitest';
import { error, json, redirect, type RenderInput, type ServerRoutes } from '../../../src/server.ts';
import { testApp } from './setup.ts';

const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const rootLoad = vi.fn(async ({ data }: any) => ({ ...data, root: 'universal' }));

const routes: ServerRoutes = {
	'/': {
		layout: { load: () => ({ user: 'Ada' }) },
		page: {},
		universal: { layout: { load: rootLoad } }
	},
	'/blog/:slug': {
		page: {
			load: ({ params }) => ({ title: params.slug }),
			actions: { default: () => ({ ok: 1 }) }
		},
		universal: {
			page: async () => ({
				load: async ({ data, params, url, route, parent, untrack, depends }) => {
					depends('app:post');
					const { user, root } = await parent();
					const seen = untrack(() => url.pathname);
					// No wire carries a function.
					return { ...data, user, root, seen, id: route.id, slug: params.slug, greet: () => 'hi' };
				}
			})
		}
	},
	'/gone': { page: {}, universal: { page: { load: () => redirect(307, '/') } } },
	'/missing': { page: {}, universal: { page: { load: () => error(404, 'No such thing') } } },
	'/bug': {
		page: {},
		universal: {
			page: {
				load: () => {
					throw new Error('secret');
				}
			}
		}
	},
	'/unloadable': { page: {}, universal: { page: () => Promise.reject(new Error('no file')) } },
	'/nothing': {
		page: { load: () => ({ server: true }) },
		universal: { page: { load: later } }
	},
	'/api': { endpoint: { GET: ({ url }) => json({ asked: url.search }) } },
	'/fetches': {
		page: {},
		universal: {
			page: {
				load: async ({ fetch, setHeaders }) => {
					setHeaders({ 'x-load': 'universal' });
					const [one, two] = await Promise.all([
						fetch('/api?one'),
						fetch('/api?two', { headers: { accept: 'application/json' } })
					]);
					await fetch('/api?unread');
					await fetch('/api', { method: 'POST' });
					return { one: await one.json(), two: await two.text() };
				}
			}
		}
	},
	'/quiet': { page: { ssr: false } },
	'/shell': { universal: { layout: { ssr: false } } },
	'/shell/inner': { page: {}, universal: { page: { load: rootLoad } } },
	'/shell/rendered': { page: {}, universal: { page: { ssr: true, csr: false } } }
};

const inputs: RenderInput[] = [];
const app = testApp(routes, {
	handleError: ({ status, message }) => ({ message: `${status} ${message}` }),
	render: (input) => {
		inputs.push(input);
		return 'page';
	}
});

const visit = async (path: string): Promise<{ response: Response; page: RenderInput['page'] }> => {
	const response = await app.visit(path);
	return { response, page: inputs.at(-1)!.page };
};

describe('a universal load, on the server', () => {
	it('sees the data of the server load, and that of the layouts above', async () => {
		const { page } = await visit('/blog/hello');
		expect(page.data).toMatchObject({
			title: 'hello',
			user: 'Ada',
			root: 'universal',
			seen: '/blog/hello',
			id: '/blog/:slug',
			slug: 'hello'
		});
		expect((page.data as any).greet()).toBe('hi');
		expect(page.layouts[0]).toEqual(['/', { user: 'Ada', root: 'universal' }]);
	});

	it('leaves what the browser is sent as the server had it: it runs there again', async () => {
		const { page } = await visit('/blog/hello');
		expect(page.served).toMatchObject({
			layouts: [
				['/', { user: 'Ada' }],
				['/blog', null],
				['/blog/:slug', null]
			],
			data: { title: 'hello' }
		});
	});

	it('does not run for a request for data, which the browser completes', async () => {
		rootLoad.mockClear();
		const text = await (await app.data('/blog/hello')).text();
		expect(text).toContain('Ada');
		expect(rootLoad).not.toHaveBeenCalled();
	});

	it('runs for the page that a native POST is answered with', async () => {
		rootLoad.mockClear();
		await app.native('/blog/hello');
		expect(rootLoad).toHaveBeenCalledTimes(1);
		expect(inputs.at(-1)!.page).toMatchObject({ form: { ok: 1 }, data: { root: 'universal' } });
	});

	it('replaces the data of the server load, also with nothing', async () => {
		expect((await visit('/nothing')).page.data).toBeNull();
	});

	it('redirects', async () => {
		const { response } = await visit('/gone');
		expect([response.status, response.headers.get('location')]).toEqual([307, '/']);
	});

	it.each([
		['/missing', 404, 'No such thing'],
		['/bug', 500, '500 Internal Error'],
		['/unloadable', 500, '500 Internal Error']
	])('%s: its error is that of the page, within the layouts', async (path, status, message) => {
		const { response, page } = await visit(path);
		expect(response.status).toBe(status);
		expect(page).toMatchObject({ status, error: { message }, data: null });
		expect(page.layouts[0]![1]).toEqual({ user: 'Ada', root: 'universal' });
	});

	it('of the page does not run where another error is shown', async () => {
		const { page } = await visit('/nowhere');
		expect(page).toMatchObject({ status: 404, layouts: [['/', { root: 'universal' }]] });
	});

	it('fetches from the app, sets headers, and sends along what it has read', async () => {
		const { response, page } = await visit('/fetches');
		expect(response.headers.get('x-load')).toBe('universal');
		expect(page.data).toEqual({ one: { asked: '?one' }, two: '{"asked":"?two"}' });
		expect(page.document?.fetched).toEqual([
			['/api?one', 200, 'application/json', '{"asked":"?one"}'],
			['/api?two\naccept: application/json', 200, 'application/json', '{"asked":"?two"}']
		]);
	});
});

describe('page options', () => {
	it.each([
		['/quiet', { ssr: false }],
		['/shell/inner', { ssr: false }],
		['/shell/rendered', { csr: false }],
		['/', undefined]
	])('of %s are %j: what is nearest to the page counts', async (path, document) => {
		expect((await visit(path)).page.document).toEqual(document);
	});

	it('no universal load runs for a page that only the browser renders', async () => {
		rootLoad.mockClear();
		await visit('/shell/inner');
		expect(rootLoad).not.toHaveBeenCalled();
	});
});

describe('what the browser need not ask for', () => {
	it('is named by id: pages without a load on the server, and layouts with one', async () => {
		await visit('/');
		const { server } = inputs.at(-1)!;
		expect(server!.layouts).toEqual(['/']);
		expect(server!.without).toContain('/gone');
		expect(server!.without).not.toContain('/blog/:slug');
		expect(server!.without).not.toContain('/shell');
	});
});

describe('a promise in the data of a server load', () => {
	let reject!: (reason: Error) => void;
	const failing = new Promise<never>((_, refuse) => (reject = refuse));
	const seen: any[] = [];
	const { visit: see, data } = testApp(
		{
			'/top': { page: { load: () => ({ later: failing }) } },
			'/deep': { page: { load: () => ({ a: { later: Promise.resolve(1) } }) } }
		},
		{ handleError: ({ error: thrown }) => void seen.push(thrown) }
	);

	it.each([
		['/top', 'later', [data, see]],
		['/deep', 'data.a.later', [data]]
	])('%s is an error that says what to do', async (path, where, ways) => {
		reject(new Error('seen by no one'));
		for (const ask of ways) expect((await ask(path)).status).toBe(500);
		for (const thrown of seen.splice(0)) {
			expect(thrown).toMatchObject({ code: 'unserializable', data: { where } });
			expect(thrown.message).toMatch(/returned a promise .* Await it/);
		}
	});
});

it('universal modules may be in the table of the renderer alone', async () => {
	const seen: RenderInput[] = [];
	const render: NonNullable<Parameters<typeof testApp>[1]>['render'] = Object.assign(
		(input: RenderInput) => (seen.push(input), 'page'),
		{ universal: (id: string) => (id === '/a' ? { page: { load: () => ({ a: 1 }) } } : undefined) }
	);
	await testApp({ '/a': { page: {} } }, { render }).visit('/a');
	expect(seen[0]!.page.data).toEqual({ a: 1 });
});
