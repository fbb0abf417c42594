import { describe, expect, it } from 'vitest';
import type { PageData } from '../../../src/protocol/page-data.ts';
import DefaultError from '../../../src/svelte/DefaultError.svelte';
import { idsAbove } from '../../../src/svelte/route-code.ts';
import { prepareView, type ComponentRoutes } from '../../../src/svelte/view.ts';

/** Stands for a component: only who it is counts here. */
const component = (name: string) => ({ default: name as never });

const routes: ComponentRoutes = {
	'/': { layout: component('root'), error: component('root error'), page: component('home') },
	'/blog': { layout: async () => component('blog') },
	'/blog/:slug': { page: async () => component('post'), error: component('post error') },
	'/plain/deep': { page: component('deep') },
	'/(app)': { layout: component('app') },
	'/notes': { page: component('notes'), chain: ['/', '/(app)', '/(app)/notes'] },
	// As a +layout.server without a +layout.svelte beside it.
	'/guarded': { layout: async () => ({ load: () => null }) as never, page: component('guarded') }
};

const pageOf = (page: Partial<PageData>): PageData => ({
	route: '/',
	params: {},
	status: 200,
	layouts: [],
	data: null,
	error: null,
	form: null,
	...page
});

const layouts = (...ids: string[]): PageData['layouts'] => ids.map((id) => [id, { [id]: true }]);
const BLOG = ['/', '/blog', '/blog/:slug'];

/** A view as names: the layouts from the root down, then the leaf. */
const names = async (page: Partial<PageData>, table = routes): Promise<unknown[]> => {
	const view = await prepareView(table, pageOf(page));
	return [...view.layouts, view.leaf].map(({ component }) => component);
};

describe('prepareView', () => {
	it.each<[name: string, page: Partial<PageData>, shown: string[]]>([
		['the root', { layouts: layouts('/') }, ['root', 'home']],
		[
			'all layouts on the way',
			{ route: '/blog/:slug', layouts: layouts(...BLOG) },
			['root', 'blog', 'post']
		],
		[
			'ids without a layout',
			{ route: '/plain/deep', layouts: layouts('/', '/plain', '/plain/deep') },
			['root', 'deep']
		],
		[
			'the layouts of groups',
			{ route: '/notes', layouts: layouts('/', '/(app)', '/(app)/notes') },
			['root', 'app', 'notes']
		],
		[
			'a page below a layout that has a load alone',
			{ route: '/guarded', layouts: layouts('/', '/guarded') },
			['root', 'guarded']
		]
	])('shows %s', async (_, page, shown) => {
		expect(await names(page)).toEqual(shown);
	});

	it.each<[name: string, page: Partial<PageData>, shown: string[]]>([
		[
			'of the page, inside of all layouts',
			{ route: '/blog/:slug', layouts: layouts(...BLOG) },
			['root', 'blog', 'post error']
		],
		[
			'above a layout that failed',
			{ route: '/blog/:slug', layouts: layouts('/', '/blog') },
			['root', 'root error']
		],
		[
			'of the root, outside of layouts below',
			{ route: '/notes', layouts: layouts('/', '/(app)', '/(app)/notes') },
			['root', 'root error']
		],
		[
			'for a URL that no route matches',
			{ route: null, layouts: layouts('/') },
			['root', 'root error']
		],
		[
			'for a route that the table does not know',
			{ route: '/gone', layouts: layouts('/', '/gone') },
			['root', 'root error']
		]
	])('finds the nearest boundary: %s', async (_, page, shown) => {
		expect(await names({ ...page, error: { message: 'no' } })).toEqual(shown);
	});

	it('has a default boundary inside the root layout, if the table has none', async () => {
		const table: ComponentRoutes = {
			'/': { layout: component('root') },
			'/a': { layout: component('a') }
		};
		const error = { message: 'no' };
		expect(await names({ route: '/a', layouts: layouts('/', '/a'), error }, table)).toEqual([
			'root',
			DefaultError
		]);
		expect(await names({ route: '/a', layouts: [], error }, table)).toEqual([DefaultError]);
	});

	it('gives each layout the data of those above, and the page all of it', async () => {
		const { layouts, leaf } = await prepareView(
			routes,
			pageOf({
				route: '/blog/:slug',
				params: { slug: 'a' },
				layouts: [
					['/', { user: 'Ada', title: 'App' }],
					['/blog', { title: 'Blog' }],
					['/blog/:slug', null]
				],
				data: { title: 'Post' }
			})
		);
		expect(layouts.map(({ data }) => data)).toEqual([
			{ user: 'Ada', title: 'App' },
			{ user: 'Ada', title: 'Blog' }
		]);
		expect(leaf.data).toEqual({ user: 'Ada', title: 'Post' });
	});

	it("gives a boundary the layouts' data, not the page's", async () => {
		const { leaf } = await prepareView(
			routes,
			pageOf({ layouts: [['/', { user: 'Ada' }]], data: { secret: 1 }, error: { message: 'no' } })
		);
		expect(leaf.data).toEqual({ user: 'Ada' });
	});

	it.each([null, '/gone', '/blog', 'constructor', '__proto__'])(
		'rejects where there is no page for %s',
		async (route) => {
			await expect(prepareView(routes, pageOf({ route, layouts: layouts('/') }))).rejects.toThrow();
		}
	);
});

describe('idsAbove', () => {
	it.each<[name: string, page: Partial<PageData>, level: number, ids: number]>([
		['the root layout: none', {}, 0, 0],
		['a layout below: those above it', {}, 1, 1],
		['the page: all', {}, 2, 3],
		['the boundary: those above it', { error: { message: 'no' } }, 2, 2]
	])('when %s', async (_, page, level, ids) => {
		const view = await prepareView(
			routes,
			pageOf({ route: '/blog/:slug', layouts: layouts(...BLOG), ...page })
		);
		expect(idsAbove(view, level)).toBe(ids);
	});

	it('when the last boundary fails: none, not fewer', async () => {
		const view = await prepareView({}, pageOf({ layouts: [], error: { message: 'no' } }));
		expect(idsAbove(view, 0)).toBe(0);
	});
});
