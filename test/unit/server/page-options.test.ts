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
	['prerender', 'auto'],
	['trailingSlash', 'always']
])('%s = %s has no effect, and is warned of once', async (name, value) => {
	const warn = listen();
	const paths = [`/${name}`, `/${name}/other`];
	const { visit } = testApp(
		Object.fromEntries(
			paths.map((path) => [
				path,
				{
					page: async () => ({ [name]: value }),
					layout: { [name]: value },
					universal: { page: { [name]: value } }
				}
			])
		)
	);
	for (const path of paths) expect((await visit(path)).status).toBe(200);
	expect(warn).toHaveBeenCalledTimes(1);
	const text = `The layout /${name}: \`${name}\` has no effect in softpost. `;
	expect(warn).toHaveBeenCalledWith(expect.stringContaining(text));
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

it.each([
	['action', 'The name is `actions`'],
	['Actions', 'The name is `actions`'],
	['Load', 'The name is `load`']
])('%s is a misspelt name, and the warning has the right one', async (name, advice) => {
	const warn = listen();
	await testApp({ '/misspelt': { page: { [name]: {} } } }).visit('/misspelt');
	expect(warn).toHaveBeenCalledExactlyOnceWith(
		`The page /misspelt: \`${name}\` has no effect in softpost. ${advice}.`
	);
});

it('actions beside the load of +page.ts never run, and the warning says where they belong', async () => {
	const warn = listen();
	const universal = { page: { actions: { default: () => {} } } };
	await testApp({ '/both': { page: {}, universal: universal as object } }).visit('/both');
	expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('+page.server'));
	await testApp({ '/server': { page: { actions: { default: () => {} } } } }).visit('/server');
	expect(warn).toHaveBeenCalledTimes(1);
});

it('nothing is said in production', async () => {
	const warn = listen();
	vi.stubEnv('NODE_ENV', 'production');
	await testApp({ '/quiet': { page: async () => ({ prerender: true }) as PageModule } }).visit(
		'/quiet'
	);
	expect(warn).not.toHaveBeenCalled();
});
