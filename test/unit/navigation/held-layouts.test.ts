// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { goto, invalidateAll } from '../../../src/navigation/app-navigation.ts';
import type { PageData } from '../../../src/protocol/page-data.ts';
import { at, pageOf, setup } from './setup.ts';

const first: PageData = pageOf('/start', {
	params: { org: 'a b', page: '1' },
	layouts: [
		['/', { user: 'ada' }],
		['/:org', { org: 'a b' }],
		['/:org/list', { at: '/start' }, true]
	]
});

let router: ReturnType<typeof setup>['router'] | undefined;

const start = (answers: Parameters<typeof setup>[0] = {}): ReturnType<typeof setup> => {
	const parts = setup(answers, '/start', first);
	router = parts.router;
	return parts;
};

const headers = ({ fetch }: ReturnType<typeof setup>, call = 0): Headers =>
	new Headers(fetch.mock.calls[call]![1]!.headers);

afterEach(() => router?.destroy());

describe('a navigation', () => {
	it('names the layouts it holds by id and parameters, but for those that belong to one URL', async () => {
		const parts = start();
		await goto(at('/next'));
		expect(headers(parts).get('x-softpost-held')).toBe('%2F,%2F%3Aorg/a%20b');
	});

	it('fills in the data that the server has omitted', async () => {
		const parts = start({
			'/next': {
				params: { org: 'a b' },
				layouts: [['/'], ['/:org', undefined]]
			}
		});
		await goto(at('/next'));
		expect(parts.page.current.data).toMatchObject({ user: 'ada', org: 'a b' });
		expect(vi.mocked(parts.host.prepare).mock.lastCall![0].layouts).toEqual([
			['/', { user: 'ada' }],
			['/:org', { org: 'a b' }]
		]);
	});

	it("prefers the server's data to its own", async () => {
		const parts = start({ '/next': { layouts: [['/', { user: 'bob' }]] } });
		await goto(at('/next'));
		expect(parts.page.current.data).toMatchObject({ user: 'bob' });
		await goto(at('/more'));
		expect(headers(parts, 1).get('x-softpost-held')).toBe('%2F');
	});

	it.each([
		['goto with invalidateAll', () => goto(at('/next'), { invalidateAll: true })],
		['invalidateAll', () => invalidateAll()]
	])('%s holds nothing', async (_, run) => {
		const parts = start();
		await run();
		expect(headers(parts).has('x-softpost-held')).toBe(false);
	});
});
