import { describe, expectTypeOf, it } from 'vitest';
import { createApp, error, fail, isHttpError, redirect } from '../../src/server.ts';
import type {
	ActionData,
	Actions,
	App,
	Handle,
	LayoutServerLoad,
	PageProps,
	PageServerLoad,
	RequestHandler
} from '../../src/server.ts';

const actions = {
	login: async ({ request }) => {
		const email = (await request.formData()).get('email');
		if (!email) return fail(400, { email, missing: true });
		if (email === 'x') return fail(400, { email, incorrect: true });
		if (email === 'y') redirect(303, '/');
		return { success: true };
	},
	register: async () => {}
} satisfies Actions;

const load = (() => ({ n: 1 })) satisfies PageServerLoad;

describe('Actions', () => {
	it('give their page every key that one of them answers', () => {
		const form = null as unknown as ActionData<typeof actions>;
		expectTypeOf(form?.missing).toEqualTypeOf<boolean | undefined>();
		expectTypeOf(form?.incorrect).toEqualTypeOf<boolean | undefined>();
		expectTypeOf(form?.success).toEqualTypeOf<boolean | undefined>();
		expectTypeOf(form?.email).toEqualTypeOf<string | null | undefined>();
		// @ts-expect-error no action answers this
		void form?.nope;
	});

	it('take the event of a request', () => {
		// @ts-expect-error an event is no string
		void ({ default: (event: string) => void event } satisfies Actions);
	});
});

describe('PageProps', () => {
	it('follow from load and actions', () => {
		expectTypeOf<PageProps<typeof load>['data']>().toEqualTypeOf<{ n: number }>();
		expectTypeOf<PageProps<typeof load, typeof actions>['form']>().toEqualTypeOf<
			ActionData<typeof actions>
		>();
	});
});

describe('load, handle and endpoints', () => {
	it('get what they are called with', () => {
		const page: PageServerLoad = async ({ cookies, params, parent }) => {
			expectTypeOf(cookies.get('a')).toEqualTypeOf<string | undefined>();
			expectTypeOf(params.slug).toEqualTypeOf<string>();
			expectTypeOf(await parent()).toEqualTypeOf<Record<string, any>>();
		};
		const layout: LayoutServerLoad = ({ cookies }) => {
			// @ts-expect-error a cookie needs a path
			cookies.set('a', '1', {});
		};
		const handle: Handle = ({ event, resolve }) => resolve(event);
		const GET: RequestHandler = ({ params }) => new Response(params.id);
		const routes = {
			'/': { page: { load: page, actions }, layout: { load: layout }, endpoint: { GET } },
			'/lazy': { page: async () => ({ load }) },
			'/plain': { page: {} }
		};
		expectTypeOf(createApp({ routes, render: () => '', handle })).toEqualTypeOf<App>();
	});
});

describe('error, redirect and fail', () => {
	it('narrow what comes after them', () => {
		const found = (text: string | null): string => text ?? error(404);
		const present = (text: string | null): string => {
			if (!text) redirect(303, '/');
			return text;
		};
		expectTypeOf(found).returns.toBeString();
		expectTypeOf(present).returns.toBeString();
	});

	it('take numbers, and tell their kind', () => {
		// @ts-expect-error a status is a number
		void (() => fail('400'));
		const caught = null as unknown;
		if (isHttpError(caught, 404)) expectTypeOf(caught.body.message).toBeString();
	});
});
