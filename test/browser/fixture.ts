import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AppOptions } from '../../src/server/types.ts';
import { buildFixture, fixtureRoot } from './build-fixture.ts';
import { serve, type Site } from './serve.ts';

/** What a test changes of the fixture's `createApp`. */
export type FixtureOptions = Partial<Omit<AppOptions, 'routes' | 'render'>>;

interface FixtureModule {
	createFixture(template: string, options: FixtureOptions): RequestListener;
}

const mediaTypes: Record<string, string> = {
	'.js': 'text/javascript',
	'.map': 'application/json',
	'.css': 'text/css'
};

/** Serves what was built for the browser, and leaves all else to the app. */
const withFiles =
	(folder: string, app: RequestListener): RequestListener =>
	async (request, response) => {
		const file = join(folder, new URL(request.url ?? '/', 'http://localhost').pathname);
		const type = mediaTypes[extname(file)];
		if (!type || !existsSync(file)) return app(request, response);
		response.setHeader('content-type', type).end(await readFile(file));
	};

/** The page around the app: the fixture's own `app.html`, or the one for all. */
const templateOf = (name: string): Promise<string> =>
	readFile(join(fixtureRoot(name), 'app.html'), 'utf8').catch(() =>
		readFile('test/browser/fixture-app/app.html', 'utf8')
	);

/**
 * Builds and serves `test/browser/fixtures/<name>`, or the folder of a path, a folder like SvelteKit's `src`: `routes/`, and
 * optionally `lib/`, `transport.js`, `hooks.server.js`, `hooks.client.js`, `app.html` and `svelte.config.js`.
 * Each call is a server with fresh module state.
 */
export const serveFixture = async (name: string, options: FixtureOptions = {}): Promise<Site> => {
	const folder = await buildFixture(name);
	const { href } = pathToFileURL(join(folder, 'server/server.js'));
	const { createFixture }: FixtureModule = await import(`${href}?${randomUUID()}`);
	return serve(withFiles(join(folder, 'client'), createFixture(await templateOf(name), options)));
};
