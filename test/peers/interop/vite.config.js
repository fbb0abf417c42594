import { sveltekit } from '@sveltejs/kit/vite';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const softpost = fileURLToPath(new URL('../../../dist/index.js', import.meta.url));

export default defineConfig({
	plugins: [sveltekit()],
	resolve: { alias: { softpost } },
	logLevel: 'warn'
});
