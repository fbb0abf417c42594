import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/parity/peers/*.test.ts'],
		globalSetup: ['test/parity/global-setup.ts'],
		maxWorkers: 1,
		// A case that sends nothing is waited for, twice.
		testTimeout: 120_000,
		hookTimeout: 60_000,
		// Fixtures are built as an app is built for its users.
		env: { NODE_ENV: 'production' }
	}
});
