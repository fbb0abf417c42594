import type { Plugin, PluginOption } from 'vite';
import { appPlugins } from './app/app.ts';
import { kitPlugins } from './kit/kit-plugins.ts';
import { onlyFor } from './only-for.ts';

/** The kind of app: SvelteKit's, or one with softpost's own host. */
type Half = 'kit' | 'app';

const flatten = async (option: PluginOption): Promise<Plugin[]> => {
	const plugin = await option;
	if (Array.isArray(plugin)) return (await Promise.all(plugin.map(flatten))).flat();
	return plugin ? [plugin] : [];
};

const isSvelteKits = ({ name }: Plugin): boolean => name.startsWith('vite-plugin-sveltekit');

/**
 * The Vite plugin. Together with SvelteKit's plugin it replaces `$app/forms` with `softpost/kit`, in the app and in its
 * libraries. Without it, it builds an app from SvelteKit's file names.
 *
 * @returns plugins for `plugins`, in any order relative to others
 * @example
 * // vite.config.js
 * export default defineConfig({ plugins: [softpost(), sveltekit()] });
 */
export const softpost = (): Plugin[] => {
	let half: Half | undefined;
	const decide: Plugin = {
		name: 'softpost',
		enforce: 'pre',
		config: {
			// Before the hooks of both kinds, which depend on this decision.
			order: 'pre',
			async handler({ plugins }) {
				const all = await flatten(plugins ?? []);
				half = all.some(isSvelteKits) ? 'kit' : 'app';
			}
		}
	};
	return [
		decide,
		...kitPlugins().map(onlyFor(() => half === 'kit')),
		...appPlugins().map(onlyFor(() => half === 'app'))
	];
};
