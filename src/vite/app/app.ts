import type { Plugin } from 'vite';

/** What the plugin does in an app without SvelteKit. */
export const appPlugins = (): Plugin[] => [];
