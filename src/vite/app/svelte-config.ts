import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Alias } from 'vite';

/** The options in `svelte.config.js` that softpost supports. */
export interface KitOptions {
	alias?: Record<string, string>;
	paths?: { base?: string };
	[name: string]: unknown;
}

const FILES = ['svelte.config.js', 'svelte.config.mjs'];

/** Options without effect, and the advice for each. */
const ADVICE: Record<string, string> = {
	csp: 'Put the policy into src/app.html, with %nonce%, or send its header in handle',
	files: "Move the files to SvelteKit's own places",
	env: 'Variables whose names begin with PUBLIC_ are public'
};

const warned = new Set<string>();

/** Warns once about options without effect. */
const warnOf = (kit: KitOptions, warn: (text: string) => void): void => {
	for (const [name, advice] of Object.entries(ADVICE)) {
		if (!(name in kit) || warned.has(name)) continue;
		warned.add(name);
		warn(`svelte.config.js: \`kit.${name}\` has no effect in softpost. ${advice}.`);
	}
};

/**
 * Reads `kit` of the app's `svelte.config.js`; `{}` if there is none.
 *
 * @param warn called with a sentence for each option without effect
 * @throws the error of importing the file
 */
export const readKitOptions = async (
	root: string,
	warn: (text: string) => void
): Promise<KitOptions> => {
	const file = FILES.map((name) => join(root, name)).find((path) => existsSync(path));
	if (!file) return {};
	const module = (await import(pathToFileURL(file).href)) as { default?: { kit?: KitOptions } };
	const kit = module.default?.kit ?? {};
	warnOf(kit, warn);
	return kit;
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** SvelteKit's aliases: `$name` matches itself and everything below it, `$name/*` only what is below. */
export const kitAliases = (root: string, { alias = {} }: KitOptions): Alias[] =>
	Object.entries(alias).map(([key, value]) => {
		const path = resolve(root, value.replace(/\/\*$/, ''));
		const name = key.replace(/\/\*$/, '');
		const end = key === name ? '(?=\\/|$)' : '(?=\\/)';
		return { find: new RegExp(`^${escaped(name)}${end}`), replacement: path };
	});
