import { join } from 'node:path';
import type { Alias } from 'vite';

/** The replacements of SvelteKit's modules. */
const MODULES: Record<string, string> = {
	'$app/forms': 'softpost',
	'$app/navigation': 'softpost/navigation',
	'$app/state': 'softpost/svelte',
	'$app/stores': 'softpost/sveltekit/stores',
	'$app/environment': 'softpost/sveltekit/environment',
	'$app/paths': 'softpost/sveltekit/paths',
	'$app/server': 'softpost/sveltekit/server',
	'$env/dynamic/private': 'softpost/sveltekit/env/private',
	'$env/dynamic/public': 'softpost/sveltekit/env/public',
	'@sveltejs/kit': 'softpost/sveltekit/kit',
	'@sveltejs/kit/hooks': 'softpost/sveltekit/hooks'
};

const exactly = (name: string): RegExp => new RegExp(`^${name.replace(/[$/]/g, '\\$&')}$`);

/** The aliases for `src/lib` and SvelteKit's modules. */
export const aliasesOf = (root: string): Alias[] => [
	...Object.entries(MODULES).map(([name, replacement]) => ({ find: exactly(name), replacement })),
	{ find: /^\$lib(?=\/|$)/, replacement: join(root, 'src/lib') }
];

/** The modules by name, for TypeScript. */
export const moduleNames: readonly [name: string, module: string][] = Object.entries(MODULES);

/** The app's own aliases go first, because it may replace a module of `$lib`. */
export const withAliases = (own: unknown, added: Alias[]): Alias[] => [
	...(Array.isArray(own)
		? (own as Alias[])
		: Object.entries((own ?? {}) as Record<string, string>).map(([find, replacement]) => ({
				find,
				replacement
			}))),
	...added
];
