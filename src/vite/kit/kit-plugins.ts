import { fileURLToPath } from 'node:url';
import type { Alias, Plugin } from 'vite';

const FORMS = '$app/forms';

/** The module that stands in for `$app/forms`. */
const KIT: string = fileURLToPath(new URL('../../kit/kit.js', import.meta.url));

/** Everything of this package: here `$app/forms` stays SvelteKit's. */
const OWN: string = fileURLToPath(new URL('../../', import.meta.url));

const slashed = (path: string): string => path.replaceAll('\\', '/');

/** What Vite's aliases make of an import; they are applied before any plugin is asked. */
const aliased = (aliases: Alias[], source: string): string => {
	const isFor = ({ find }: Alias): boolean =>
		typeof find === 'string' ? source === find || source.startsWith(`${find}/`) : find.test(source);
	const alias = aliases.find(isFor);
	return alias ? source.replace(alias.find, () => alias.replacement) : source;
};

/** What the plugin does in a SvelteKit app: `$app/forms` is `softpost/kit`, in the app and in its libraries. */
export const kitPlugins = (): Plugin[] => {
	/** What SvelteKit has made of `$app/forms`. */
	let forms = FORMS;
	return [
		{
			name: 'softpost:kit',
			enforce: 'pre',
			config: () => ({
				// Its modules import `$app/*`, which only Vite can resolve, and there is to be one copy of each.
				optimizeDeps: { exclude: ['softpost'], include: ['softpost > devalue'] },
				// Bundled without it, Node would find the devalue of SvelteKit, which may be of another version.
				ssr: { noExternal: ['softpost', 'devalue'] }
			}),
			configResolved({ resolve }) {
				forms = aliased(resolve.alias, FORMS);
			},
			resolveId: {
				filter: { id: /\bforms(\.js)?$/ },
				handler(source, importer = '') {
					if (source !== FORMS && source !== forms) return null;
					const from = slashed(importer);
					const isTheirs =
						from.startsWith(slashed(OWN)) || from.includes('/node_modules/@sveltejs/kit/');
					return isTheirs ? null : KIT;
				}
			}
		}
	];
};
