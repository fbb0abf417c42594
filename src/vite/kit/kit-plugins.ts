import { fileURLToPath } from 'node:url';
import type { Alias, Plugin } from 'vite';

const FORMS = '$app/forms';

/** The module that replaces `$app/forms`. */
const KIT: string = fileURLToPath(new URL('../../kit/kit.js', import.meta.url));

/** The folder of this package, in which `$app/forms` stays SvelteKit's. */
const OWN: string = fileURLToPath(new URL('../../', import.meta.url));

const slashed = (path: string): string => path.replaceAll('\\', '/');

/** Applies Vite's aliases to an import, which happens before any plugin resolves it. */
const aliased = (aliases: Alias[], source: string): string => {
	const isFor = ({ find }: Alias): boolean =>
		typeof find === 'string' ? source === find || source.startsWith(`${find}/`) : find.test(source);
	const alias = aliases.find(isFor);
	return alias ? source.replace(alias.find, () => alias.replacement) : source;
};

/** The plugins for a SvelteKit app: `$app/forms` becomes `softpost/kit`, in the app and in its libraries. */
export const kitPlugins = (): Plugin[] => {
	/** SvelteKit's own resolution of `$app/forms`. */
	let forms = FORMS;
	return [
		{
			name: 'softpost:kit',
			enforce: 'pre',
			config: () => ({
				// Its modules import `$app/*`, which only Vite can resolve, and each module must exist only once.
				optimizeDeps: { exclude: ['softpost'], include: ['softpost > devalue'] },
				// Otherwise Node would find SvelteKit's devalue, which may have another version.
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
