import { describe, expect, it } from 'vitest';
import type { ServerRoutes } from '../../../src/server.ts';
import { answerOf, testApp } from './setup.ts';

/** What each load has run, in order. */
const setup = () => {
	const ran: string[] = [];
	const routes: ServerRoutes = {
		'/': {
			layout: {
				load({ depends }) {
					ran.push('root');
					depends('app:root', '/api/root?q');
					return { root: 1 };
				}
			}
		},
		'/notes': {
			layout: {
				load({ untrack, url, params }) {
					ran.push('notes');
					return { query: untrack(() => url.search), id: untrack(() => params.id) };
				}
			}
		},
		'/notes/:id': {
			page: {
				async load({ depends, parent, params }) {
					ran.push('page');
					depends(`note:${params.id}`, 'comments', 'https://api.example/x');
					await parent();
					return { page: 1 };
				}
			}
		}
	};
	return { ran, ...testApp(routes) };
};

const page = async (response: Response) => {
	const { layouts, data, depends } = (await answerOf(response)) as any;
	return { layouts, data, depends };
};

const ROOT_DEPENDS = ['app:root', 'http://localhost/api/root?q'];
const PAGE_DEPENDS = [
	'note:7',
	'http://localhost/notes/comments',
	'https://api.example/x',
	'parent'
];

describe('depends', () => {
	it('is sent to our client, as absolute URLs, with the dependencies on the data above', async () => {
		const { data } = setup();
		expect(await page(await data('/notes/7'))).toEqual({
			layouts: [
				['/', { root: 1 }, false, ROOT_DEPENDS],
				['/notes', { query: '', id: '7' }],
				['/notes/:id', null]
			],
			data: { page: 1 },
			depends: PAGE_DEPENDS
		});
	});

	it('leaves the page out that our client holds, and the layouts', async () => {
		const { data, ran } = setup();
		const headers = { 'x-softpost-held': '%2Fnotes,page' };
		expect(await page(await data('/notes/7', { headers }))).toEqual({
			layouts: [['/', { root: 1 }, false, ROOT_DEPENDS], ['/notes'], ['/notes/:id', null]],
			data: undefined,
			depends: undefined
		});
		expect(ran).toEqual(['root']);
	});

	it('is there for each request again', async () => {
		const { data } = setup();
		await data('/notes/8');
		expect((await page(await data('/notes/7'))).depends).toEqual(PAGE_DEPENDS);
	});
});

describe('untrack', () => {
	it('reads of the URL without binding the data to it, and only for that time', async () => {
		const seen: unknown[] = [];
		const { data } = testApp({
			'/': {
				layout: {
					load({ untrack, url }) {
						seen.push(untrack(() => url.pathname));
						try {
							untrack(() => {
								throw new Error('within');
							});
						} catch {
							seen.push('thrown');
						}
					}
				},
				page: {}
			},
			'/a': {
				layout: { load: ({ untrack, url }) => untrack(() => ({})) && { q: url.search } },
				page: {}
			}
		});
		const layoutsOf = async (path: string) => (await page(await data(path))).layouts;
		expect(await layoutsOf('/')).toEqual([['/', null]]);
		expect(await layoutsOf('/a')).toEqual([
			['/', null],
			['/a', { q: '' }, true]
		]);
		expect(seen).toEqual(['/', 'thrown', '/a', 'thrown']);
	});
});
