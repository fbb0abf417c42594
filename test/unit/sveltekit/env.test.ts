import { afterEach, describe, expect, it, vi } from 'vitest';
import { publicEnv } from '../../../src/protocol/public-env.ts';
import { createRenderer } from '../../../src/svelte-server.ts';
import Page from '../svelte/components/Page.svelte';

afterEach(() => vi.unstubAllEnvs());

describe('$env/dynamic', () => {
	const stub = (): void => {
		vi.stubEnv('PUBLIC_NAME', '</script><b>');
		vi.stubEnv('SECRET', 's3cret');
	};

	it('private has all but what begins with PUBLIC_', async () => {
		stub();
		const { env } = await import('../../../src/sveltekit/env/private.ts');
		expect(env).toMatchObject({ SECRET: 's3cret' });
		expect(env).not.toHaveProperty('PUBLIC_NAME');
	});

	it('private refuses in a browser', async () => {
		const { env } = await import('../../../src/sveltekit/env/private-browser.ts');
		expect(() => env.SECRET).toThrow(expect.objectContaining({ code: 'unsupported' }));
		expect(() => ({ ...env })).toThrow(expect.objectContaining({ code: 'unsupported' }));
	});

	it('public goes out with pages once code of the app reads it, and nothing else does', async () => {
		stub();
		const { env } = await import('../../../src/sveltekit/env/public.ts');
		expect(env).toMatchObject({ PUBLIC_NAME: '</script><b>' });
		const page = {
			route: '/',
			params: {},
			status: 200,
			layouts: [],
			data: { title: 'Home' },
			error: null,
			form: null
		};
		const render = createRenderer({
			routes: { '/': { page: { default: Page } } },
			template: '%head%%body%'
		});
		const html = await render({ url: new URL('https://app.example/'), page });
		const [, block] = /id="softpost-env">(.*?)<\/script>/.exec(html)!;
		expect(JSON.parse(block!)).toEqual(env);
		expect(html).not.toContain('s3cret');
		delete publicEnv.read;
		const without = await render({ url: new URL('https://app.example/'), page });
		expect(without).not.toContain('softpost-env');
	});
});
