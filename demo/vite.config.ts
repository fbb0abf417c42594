import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { softpost } from 'softpost/vite';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
	root: here('.'),
	plugins: [svelte({ configFile: false }), softpost()],
	environments: {
		ssr: {
			build: {
				rolldownOptions: {
					// The database's threads start from a file of their own, beside the module that starts them.
					input: { 'server/database-worker': here('src/lib/server/database-worker.js') }
				}
			}
		}
	}
});
