import { createApp, toNodeHandler } from 'softpost/server';
import { fromFiles } from 'softpost/svelte';
import { createRenderer } from 'softpost/svelte/server';

const files = import.meta.glob('/{transport,hooks.server}.js', { eager: true });
const hooks = Object.assign({}, ...Object.values(files));

/**
 * @param {string} template
 * @param {import('../fixture.ts').FixtureOptions} options
 */
export const createFixture = (template, options) =>
	toNodeHandler(
		createApp({
			routes: fromFiles(import.meta.glob('/routes/**/+*.{svelte,js}')),
			render: createRenderer({
				routes: fromFiles(import.meta.glob('/routes/**/+*.svelte')),
				template,
				transport: hooks.transport
			}),
			...hooks,
			...options
		})
	);
