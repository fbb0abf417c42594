import { afterAll, beforeAll, describe } from 'vitest';
import { serve, type Site } from '../../browser/serve.ts';
import { itUnderstands, itWorksInAPlainPage, type Served } from '../browser-half.ts';
import { plainFront } from './front.ts';

describe('a page with softpost.min.js, above the actions of SvelteKit', () => {
	let site: Site;
	beforeAll(async () => {
		site = await serve(plainFront);
	});
	afterAll(() => site.close());

	const served = (): Served => ({ origin: site.url, generation: 2 });
	itUnderstands(served);
	itWorksInAPlainPage(served);
});
