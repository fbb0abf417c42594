import { svelte } from '@sveltejs/vite-plugin-svelte';
import { softpost } from 'softpost/vite';
import { defineConfig } from 'vite';

export default defineConfig({ plugins: [svelte(), softpost()] });
