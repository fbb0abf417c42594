import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/interop/{sveltekit,superforms,kit}/*.test.ts'],
		globalSetup: ['test/browser/global-setup.ts'],
		retry: process.env.CI ? 1 : 0,
		testTimeout: 30_000,
		hookTimeout: 60_000,
		expect: { poll: { timeout: 20_000 } },
		env: { NODE_ENV: 'production' }
	}
});
