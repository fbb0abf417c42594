import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { blankPage, type PageSnapshot } from '../../../src/page/page-state.ts';

type RequestPage = typeof import('../../../src/page/request-page.ts');

const pageAt = (path: string): PageSnapshot => blankPage(new URL(path, 'https://app.example'));

const wait = (milliseconds: number): Promise<void> =>
	new Promise((resolve) => setTimeout(resolve, milliseconds));

const load = (): Promise<RequestPage> => import('../../../src/page/request-page.ts');

beforeEach(() => vi.resetModules());
afterEach(() => vi.doUnmock('node:async_hooks'));

describe.each([
	['with AsyncLocalStorage', () => {}],
	[
		'without AsyncLocalStorage',
		() =>
			vi.doMock('node:async_hooks', () => {
				throw new Error('No such module');
			})
	]
])('%s', (_, prepare) => {
	beforeEach(prepare);

	it('the page is that of the rendering, also after it has waited', async () => {
		const { requestPage, runWithPage } = await load();
		const page = pageAt('/a');
		const seen = await runWithPage(page, async () => {
			const before = requestPage.current;
			await wait(1);
			return [before, requestPage.current];
		});
		expect(seen).toEqual([page, page]);
	});

	it("renderings in flight at once never see each other's page", async () => {
		const { requestPage, runWithPage } = await load();
		const seen = await Promise.all(
			Array.from({ length: 20 }, (_, number) =>
				runWithPage(pageAt(`/${number}`), async () => {
					const paths = [requestPage.current.url.pathname];
					for (let step = 0; step < 3; step++) {
						await wait((number * 7 + step) % 5);
						requestPage.subscribe(({ url }) => paths.push(url.pathname))();
					}
					return paths;
				})
			)
		);
		expect(seen).toEqual(seen.map((_, number) => Array(4).fill(`/${number}`)));
	});

	it('a rendering that fails rejects, and leaves the next one its own page', async () => {
		const { requestPage, runWithPage } = await load();
		const failing = runWithPage(pageAt('/failing'), async () => {
			throw new Error('broken');
		});
		const next = runWithPage(pageAt('/next'), async () => requestPage.current.url.pathname);
		await expect(failing).rejects.toThrow('broken');
		expect(await next).toBe('/next');
	});

	it('outside of a rendering it is a blank page', async () => {
		const { requestPage, runWithPage } = await load();
		await runWithPage(pageAt('/a'), async () => {});
		expect(requestPage.current.url.href).toBe('about:blank');
		const listener = vi.fn();
		requestPage.subscribe(listener)();
		expect(listener).toHaveBeenCalledExactlyOnceWith(requestPage.current);
	});
});
