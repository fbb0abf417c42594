import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [sveltekit()],
	// Files outside of this folder mean the packages of this folder, too.
	resolve: { dedupe: ['@sveltejs/kit', 'svelte'] }
});
