import { expect, it, onTestFinished, vi } from 'vitest';
import type { PageModule } from '../../../src/server/types.ts';
import { testApp } from './setup.ts';

const listen = () => {
	const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
	onTestFinished(() => {
		warn.mockRestore();
		vi.unstubAllEnvs();
	});
	return warn;
};

it.each([
	['prerender', true],
	['prerender', 'auto'],
	['trailingSlash', 'always']
])('%s = %s has no effect, and is warned of once', async (name, value) => {
	const warn = listen();
	const path = `/${name}-${value}`;
	const { visit } = testApp({
		[path]: { page: async () => ({ [name]: value }), layout: { [name]: value } }
	});
	expect((await visit(path)).status).toBe(200);
	await visit(path);
	expect(warn).toHaveBeenCalledTimes(2);
	for (const kind of ['layout', 'page']) {
		const text = `The ${kind} ${path}: \`${name}\` has no effect in softpost. `;
		expect(warn).toHaveBeenCalledWith(expect.stringContaining(text));
	}
});

it.each([
	['prerender', false],
	['csr', true],
	['ssr', true],
	['trailingSlash', 'never'],
	['config', {}]
])('%s = %j asks for nothing', async (name, value) => {
	const warn = listen();
	await testApp({ '/quiet': { page: { [name]: value } } }).visit('/quiet');
	expect(warn).not.toHaveBeenCalled();
});

it('nothing is said in production', async () => {
	const warn = listen();
	vi.stubEnv('NODE_ENV', 'production');
	await testApp({ '/quiet': { page: async () => ({ prerender: true }) as PageModule } }).visit('/quiet');
	expect(warn).not.toHaveBeenCalled();
});
