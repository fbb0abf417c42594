import { describe, expect, it } from 'vitest';
import { bytesOf } from './bytes.ts';
import { apps, serveApp } from './site.ts';

const measured = async (app: string): Promise<[one: number, plain: number]> => {
	const site = await serveApp(app);
	const ask = async (path: string): Promise<number> => {
		const response = await fetch(site.url + path, { headers: { 'x-forwarded-proto': 'http' } });
		return bytesOf(app, await response.text());
	};
	const sizes: [number, number] = [await ask('/one'), await ask('/plain')];
	await site.close();
	return sizes;
};

const versions = ['two', 'three'].filter((version) =>
	[`${version}-with`, `${version}-without`].every((app) => apps.includes(app))
);

describe.each(versions)('the plugin in an app on SvelteKit (%s)', (version) => {
	it('adds at most 4.5 kB to a page with one enhanced form, and nothing to one without', async () => {
		const [one, plain] = await measured(`${version}-without`);
		const [oneWith, plainWith] = await measured(`${version}-with`);
		const added = { one: oneWith - one, plain: plainWith - plain };
		console.log(`${version}: ${JSON.stringify({ one, plain, added })} bytes`);
		expect(added.one).toBeLessThanOrEqual(4500);
		// Files are called otherwise, and are cut otherwise.
		expect(added.plain).toBeLessThan(100);
	});
});
