import { describe, expect, it } from 'vitest';
import { bytesOf } from './bytes.ts';
import { apps, serveApp } from './site.ts';

/** What a page with one enhanced form may grow by. */
const MOST = 4500;

const measured = async (app: string): Promise<[one: number, plain: number]> => {
	const site = await serveApp(app);
	const ask = async (path: string): Promise<number> => {
		const response = await fetch(site.url + path, { headers: { 'x-forwarded-proto': 'http' } });
		// SvelteKit 2 names the scripts of a page in a header.
		return bytesOf(app, `${await response.text()} ${response.headers.get('link')}`);
	};
	const sizes: [number, number] = [await ask('/one'), await ask('/plain')];
	await site.close();
	return sizes;
};

describe.each(['two', 'three'])('the plugin in an app on SvelteKit (%s)', (version) => {
	const isBuilt = [`${version}-with`, `${version}-without`].every((app) => apps.includes(app));

	it.runIf(isBuilt)(
		'adds so many bytes to a page with one form, and none to one without',
		async () => {
			const [one, plain] = await measured(`${version}-without`);
			const [oneWith, plainWith] = await measured(`${version}-with`);
			const added = { one: oneWith - one, plain: plainWith - plain };
			console.log(`${version}: ${JSON.stringify({ one, plain, added })} bytes`);
			expect(added.one).toBeLessThanOrEqual(MOST);
			// Files are called otherwise, and are cut otherwise.
			expect(added.plain).toBeLessThan(250);
		}
	);
});
