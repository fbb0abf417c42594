import { afterEach, describe, expect, it, vi } from 'vitest';
import { browserPage } from '../../../src/page/browser-page.ts';
import { blankPage } from '../../../src/page/page-state.ts';
import { runWithPage } from '../../../src/page/request-page.ts';
import { idle, navigating as navigation } from '../../../src/navigation/navigating.ts';
import { navigating, page, getStores, updated } from '../../../src/sveltekit/stores.ts';
import { page as serverPage } from '../../../src/sveltekit/stores-server.ts';
import { browser, building, dev, version } from '../../../src/sveltekit/environment.ts';

/** The value that a store has now. */
const valueOf = <Value>(store: { subscribe(run: (value: Value) => void): () => void }): Value => {
	let now!: Value;
	store.subscribe((value) => (now = value))();
	return now;
};

afterEach(() => vi.unstubAllEnvs());

describe('$app/stores', () => {
	it('page reports each change of the page', () => {
		const statuses: number[] = [];
		const undo = page.subscribe(({ status }) => statuses.push(status));
		browserPage.set({ status: 422 });
		undo();
		browserPage.set({ status: 200 });
		expect(statuses).toEqual([200, 422]);
		expect(getStores().page).toBe(page);
	});

	it('navigating is null until there is a navigation', () => {
		expect(valueOf(navigating)).toBeNull();
		const url = new URL('https://app.example/next');
		const to = { url, params: {}, route: { id: '/next' } };
		const complete = Promise.resolve();
		navigation.set({ ...idle, to, type: 'link', willUnload: false, complete });
		expect(valueOf(navigating)).toMatchObject({ to, type: 'link' });
		expect(valueOf(navigating)).not.toHaveProperty('delta');
		navigation.set(idle);
		expect(valueOf(navigating)).toBeNull();
	});

	it('page is that of the request on a server', async () => {
		const urls = await Promise.all(
			['/one', '/two'].map((path) =>
				runWithPage(blankPage(new URL(path, 'https://app.example')), async () => {
					await Promise.resolve();
					return valueOf(serverPage).url.pathname;
				})
			)
		);
		expect(urls).toEqual(['/one', '/two']);
	});

	it('updated is false', async () => {
		expect([valueOf(updated), await updated.check()]).toEqual([false, false]);
	});
});

describe('$app/environment', () => {
	it('knows that this is not a browser', () => {
		expect([browser, building, version]).toEqual([false, false, '']);
		expect(dev).toBeTypeOf('boolean');
	});
});

describe('$app/paths', () => {
	const pathsAt = async (base: string) => {
		vi.resetModules();
		vi.stubEnv('BASE_URL', base);
		return import('../../../src/sveltekit/paths.ts');
	};

	it.each([
		['/about', {}, '/about'],
		['/', {}, '/'],
		['/blog/[slug]', { slug: 'a%2Fb' }, '/blog/a%2Fb'],
		['/(app)/blog/[slug]?page=2#top', { slug: 'hello' }, '/blog/hello?page=2#top'],
		['/(app)', {}, '/'],
		['/files/[...path]', { path: 'a/b' }, '/files/a/b'],
		['/files/[...path]', {}, '/files'],
		['/[x+2e]well-known/[x+3f][id]', { id: '[x+2a]' }, '/.well-known/%3F[x+2a]'],
		['/v[major]-[minor]/x', { major: '1', minor: '0' }, '/v1-0/x']
	])('resolve(%j, %j) is %j', async (id, params, expected) => {
		const { resolve } = await pathsAt('/');
		expect(resolve(id, params as Record<string, string>)).toBe(expected);
		const { resolve: below } = await pathsAt('/shop/');
		expect(below(id, params as Record<string, string>)).toBe(
			expected === '/' ? '/shop/' : `/shop${expected}`
		);
	});

	it('a parameter that is missing is an error that names it', async () => {
		const { resolve } = await pathsAt('/');
		expect(() => resolve('/blog/[slug]')).toThrow(/"slug".*resolve\('\/blog\/\[slug\]'/);
		expect(() => resolve('/blog/[toString]')).toThrow(/"toString"/);
	});

	it.each([
		['/', '', '', '/icon.svg'],
		['/shop/', '/shop', '/shop', '/shop/icon.svg'],
		[
			'https://cdn.example/shop/',
			'',
			'https://cdn.example/shop',
			'https://cdn.example/shop/icon.svg'
		],
		['./', '', '', '/icon.svg']
	])('of the base %j', async (configured, base, assets, icon) => {
		const paths = await pathsAt(configured);
		expect([paths.base, paths.assets, paths.asset('/icon.svg')]).toEqual([base, assets, icon]);
	});
});
