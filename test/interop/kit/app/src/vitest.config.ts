import { defineConfig, mergeConfig } from 'vitest/config';
import app from '../vite.config.ts';

export default mergeConfig(
	app,
	defineConfig({
		// As Svelte asks it of tests of components.
		resolve: { conditions: ['browser'] },
		test: { include: ['src/**/*.spec.js'], environment: 'happy-dom' }
	})
);
