import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** SvelteKit's names for what softpost offers: its documentation's examples run as they are. */
const alias = {
	'$app/forms': 'softpost',
	'$app/navigation': 'softpost/navigation',
	'$app/state': 'softpost/svelte',
	'@sveltejs/kit': 'softpost/server',
	$lib: fileURLToPath(new URL('./src/lib', import.meta.url))
};

/**
 * `vite build demo` builds what the browser loads, `vite build demo --ssr` the server.
 * The page template is the entry of the first, so Vite writes the names of the built files into it.
 */
export default defineConfig(({ isSsrBuild }) => ({
	root: fileURLToPath(new URL('.', import.meta.url)),
	plugins: [svelte({ configFile: false })],
	resolve: { alias },
	// Its Svelte components are ours to compile, and all its entries have to share one state.
	ssr: { noExternal: [/^softpost(\/|$)/] },
	html: { cspNonce: '%nonce%' },
	build: {
		outDir: isSsrBuild ? 'build/server' : 'build/client',
		emptyOutDir: true,
		target: 'baseline-widely-available',
		rollupOptions: {
			// The database's threads start from a file of their own.
			input: isSsrBuild ? ['src/main.ts', 'src/lib/server/database-worker.js'] : 'src/app.html',
			// In one folder, so that the thread's file is beside the module that starts it.
			...(isSsrBuild && { output: { chunkFileNames: '[name]-[hash].js' } })
		}
	}
}));
