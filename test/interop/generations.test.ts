import { afterAll, beforeAll, describe } from 'vitest';
import { serve, type Site } from '../browser/serve.ts';
import { itUnderstands, itWorksInAPlainPage } from './browser-half.ts';
import { stubServer } from './stub-server.ts';

describe.each([2, 3] as const)('a server with the wire of SvelteKit %i', (generation) => {
	let site: Site;
	beforeAll(async () => {
		site = await serve(stubServer(generation));
	});
	afterAll(() => site.close());

	const served = () => ({ origin: site.url, generation });
	itUnderstands(served);
	itWorksInAPlainPage(served);
});
