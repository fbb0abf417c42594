import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createRunnableDevEnvironment, type UserConfig } from 'vite';
import { aliasesOf, withAliases } from './aliases.ts';
import { buildBoth } from './build.ts';
import { stageChunks } from './stage-chunks.ts';
import { kitAliases, type KitOptions } from './svelte-config.ts';
import { APP, CLIENT, HANDLER, IMMUTABLE, SERVER } from './modules.ts';

/** softpost's dependencies, because node_modules may have other versions of them at the top. */
const BUNDLED = [
	/^softpost(\/|$)/,
	/^@remix-run\/(node-fetch-server|fetch-proxy|headers)(\/|$)/,
	/^(cookie|devalue|esm-env|multipasta|negotiator|content-type|path-to-regexp|sirv|@polka\/url|mrmime|totalist)(\/|$)/
];

/** The packages to bundle, as with adapter-node, because a deployment does not install them. */
const developmentPackages = (root: string): string[] => {
	try {
		const { devDependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
		return Object.keys(devDependencies);
	} catch {
		return [];
	}
};

export const rootOf = ({ root }: UserConfig): string => resolve(root ?? '.').replaceAll('\\', '/');

/** The folder of the build. */
export const outDirOf = ({ build }: UserConfig): string => build?.outDir ?? 'build';

const environments = (
	outDir: string,
	isTest: boolean
): NonNullable<UserConfig['environments']> => ({
	client: {
		build: {
			outDir: `${outDir}/client`,
			emptyOutDir: true,
			manifest: true,
			rolldownOptions: {
				input: { start: CLIENT },
				output: {
					codeSplitting: { groups: stageChunks(`\0${CLIENT}`) }
				}
			}
		}
	},
	ssr: {
		build: {
			ssr: true,
			outDir,
			// The folder already has the browser's files.
			emptyOutDir: false,
			copyPublicDir: false,
			target: 'node20',
			rolldownOptions: {
				input: { app: APP, handler: HANDLER, index: SERVER },
				output: {
					entryFileNames: '[name].js',
					chunkFileNames: 'server/[name]-[hash].js'
				}
			}
		},
		...(isTest
			? {}
			: {
					dev: {
						// Only changed modules run again. The state of other modules, such as sessions in memory, stays.
						createEnvironment: (name, config) =>
							createRunnableDevEnvironment(name, config, { runnerOptions: { hmr: false } })
					}
				})
	}
});

/**
 * Makes the additions to the user's configuration.
 *
 * @param user the user's configuration; gets the aliases in place, after its own
 * @param kit `kit` of its `svelte.config.js`
 */
export const configure = (
	user: UserConfig,
	command: 'build' | 'serve',
	kit: KitOptions
): UserConfig => {
	const root = rootOf(user);
	const outDir = outDirOf(user);
	user.resolve = {
		...user.resolve,
		alias: withAliases(user.resolve?.alias, [...kitAliases(root, kit), ...aliasesOf(root)])
	};
	const isBuild = command === 'build';
	return {
		appType: 'custom',
		...(kit.paths?.base && user.base === undefined ? { base: kit.paths.base } : {}),
		publicDir: user.publicDir ?? 'static',
		define: { __SOFTPOST_VERSION__: JSON.stringify(isBuild ? String(Date.now()) : 'development') },
		resolve: { dedupe: ['softpost', 'svelte'] },
		ssr: { noExternal: isBuild ? [...BUNDLED, ...developmentPackages(root)] : [BUNDLED[0]!] },
		optimizeDeps: {
			exclude: ['softpost'],
			// Found late, it would have the first page loaded twice.
			include: ['softpost > esm-env'],
			entries: ['src/routes/**/+*.svelte', 'src/hooks.{js,ts}']
		},
		build: { outDir, assetsDir: IMMUTABLE },
		builder: { buildApp: buildBoth },
		environments: environments(outDir, process.env.VITEST !== undefined)
	};
};
