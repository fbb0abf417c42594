import { resolve } from 'node:path';
import { createServer, type Plugin } from 'vite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { softpost } from '../../../src/vite/vite.ts';

/** What an import of `source` in `importer` means, in a Vite server with these plugins. */
const resolved = async (
	plugins: Plugin[][],
	source: string,
	importer: string
): Promise<string | undefined> => {
	const server = await createServer({
		configFile: false,
		plugins,
		logLevel: 'silent',
		optimizeDeps: { noDiscovery: true },
		server: { middlewareMode: true, ws: false, watch: null }
	});
	onTestFinished(() => server.close());
	const { pluginContainer } = server.environments.client;
	return (await pluginContainer.resolveId(source, resolve(importer)))?.id;
};

/** As SvelteKit's plugin does it. */
const sveltekit = (): Plugin[] => [
	{
		name: 'vite-plugin-sveltekit-setup',
		config: () => ({ resolve: { alias: { $app: resolve('src/protocol') } } })
	}
];

const forms = resolve('src/kit/kit.js');

describe('$app/forms beside the plugin of SvelteKit', () => {
	it.each([
		['in the app', 'app/src/routes/+page.svelte'],
		['in a library', 'node_modules/sveltekit-superforms/dist/client/superForm.js']
	])('is softpost/kit %s, whichever plugin comes first', async (_, importer) => {
		expect(await resolved([softpost(), sveltekit()], '$app/forms', importer)).toBe(forms);
		expect(await resolved([sveltekit(), softpost()], '$app/forms', importer)).toBe(forms);
	});

	it.each([
		['softpost itself', 'src/kit/kit.ts'],
		['SvelteKit', 'node_modules/@sveltejs/kit/src/runtime/client/remote.js']
	])("is SvelteKit's in %s", async (_, importer) => {
		expect(await resolved([softpost(), sveltekit()], '$app/forms', importer)).not.toBe(forms);
	});

	it('leaves the other modules of $app alone', async () => {
		const id = await resolved([softpost(), sveltekit()], '$app/codec', 'app/src/main.js');
		expect(id).toBe(resolve('src/protocol/codec.ts'));
	});
});

it('does nothing of that without the plugin of SvelteKit', async () => {
	expect(await resolved([softpost()], '$app/forms', 'app/src/main.js')).not.toBe(forms);
});
