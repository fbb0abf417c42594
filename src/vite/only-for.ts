import type { Plugin } from 'vite';

type AnyHook = (this: unknown, ...args: unknown[]) => unknown;

const isHook = (value: unknown): value is AnyHook => typeof value === 'function';

/**
 * Makes the hooks of a plugin run only if `isWanted()`. Vite collects all plugins before any of them can see the others.
 */
export const onlyFor =
	(isWanted: () => boolean) =>
	(plugin: Plugin): Plugin => {
		const guard = (hook: AnyHook): AnyHook =>
			function (...args) {
				return isWanted() ? hook.apply(this, args) : undefined;
			};
		const guarded = Object.entries(plugin).map(([name, hook]: [string, unknown]) => {
			// Vite reads this before the decision.
			if (name === 'apply') return [name, hook];
			if (isHook(hook)) return [name, guard(hook)];
			const handler = (hook as { handler?: unknown } | null)?.handler;
			return isHook(handler)
				? [name, { ...(hook as object), handler: guard(handler) }]
				: [name, hook];
		});
		return Object.fromEntries(guarded) as Plugin;
	};
