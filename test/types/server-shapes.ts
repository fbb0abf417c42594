import { describe, expectTypeOf, it } from 'vitest';
import {
	createApp,
	error,
	fail,
	isActionFailure,
	redirect,
	type Action,
	type Actions,
	type Cookies,
	type Handle,
	type LayoutServerLoad,
	type PageServerLoad,
	type RequestEvent,
	type RequestHandler,
	type ServerLoad
} from '../../src/server.ts';

describe('Actions', () => {
	it('are functions of a request', () => {
		void ({
			default: async ({ request, cookies, locals, params, url }) => {
				expectTypeOf(request).toEqualTypeOf<Request>();
				expectTypeOf(cookies).toEqualTypeOf<Cookies>();
				expectTypeOf(locals).toEqualTypeOf<App.Locals>();
				expectTypeOf(params).toEqualTypeOf<Record<string, string>>();
				expectTypeOf(url).toEqualTypeOf<URL>();
				return { ok: true };
			}
		} satisfies Actions);
	});

	it('return an object, a failure or nothing', () => {
		void ({
			login: () => fail(400, { missing: true }),
			logout: () => {},
			register: async () => ({ id: 1 })
		} satisfies Actions);
		// @ts-expect-error text is no data
		void ({ default: () => 'text' } satisfies Actions);
		// @ts-expect-error an action is a function
		void ({ default: {} } satisfies Actions);
		// @ts-expect-error an action is given one event
		void ({ default: (event: RequestEvent, more: string) => ({ more }) } satisfies Actions);
	});

	it('may name params and output', () => {
		const action: Action<{ id: string }, { saved: boolean }> = ({ params }) => {
			expectTypeOf(params.id).toEqualTypeOf<string>();
			return { saved: true };
		};
		// @ts-expect-error another output
		const wrong: Action<{ id: string }, { saved: boolean }> = () => ({ saved: 'yes' });
		void [action, wrong];
	});
});

describe('load', () => {
	it('of a page or a layout returns an object or nothing', () => {
		void ((({ params }) => ({ slug: params.slug })) satisfies PageServerLoad);
		void ((async ({ parent }) => ({ ...(await parent()) })) satisfies LayoutServerLoad);
		void ((() => {}) satisfies ServerLoad);
		void ((() => redirect(303, '/login')) satisfies PageServerLoad);
		// @ts-expect-error text is no data
		void ((() => 'text') satisfies PageServerLoad);
	});
});

describe('results', () => {
	it('redirect and error never return', () => {
		expectTypeOf(redirect).returns.toBeNever();
		expectTypeOf(error).returns.toBeNever();
		void (() => redirect(303, '/', { external: ['https://pay.example'] }));
		// @ts-expect-error a status, then a location
		void (() => redirect('/login'));
	});

	it('fail keeps its data', () => {
		const failure: unknown = fail(422, { missing: true });
		expectTypeOf(fail(422, { missing: true }).data).toEqualTypeOf<{ missing: boolean }>();
		if (isActionFailure(failure)) expectTypeOf(failure.status).toEqualTypeOf<number>();
		// @ts-expect-error a status is wanted
		fail({ missing: true });
	});
});

describe('createApp', () => {
	const render = (): string => '';

	it('takes routes and a render', () => {
		const app = createApp({
			routes: { '/': { page: { actions: { default: () => {} } } } },
			render
		});
		expectTypeOf(app.fetch(new Request('https://app.example'))).toEqualTypeOf<Promise<Response>>();
		createApp({ routes: { '/': { page: async () => ({ load: () => ({}) }) } }, render });
		// @ts-expect-error a render is wanted
		createApp({ routes: {} });
		// @ts-expect-error there is no such option
		createApp({ routes: {}, render, csrf: { checkOrigin: false } });
	});

	it('endpoints and handle answer with a Response', () => {
		void ((() => new Response()) satisfies RequestHandler);
		void ((({ event, resolve }) => resolve(event)) satisfies Handle);
		// @ts-expect-error an object is no Response
		void ((() => ({ ok: true })) satisfies RequestHandler);
	});
});
