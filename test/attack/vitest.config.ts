import { defineConfig } from 'vitest/config';

/**
 * For `npm run attack`. In `npm test` the same tests are among the unit tests and among the browser tests, which build
 * the demo. What softpost's own app tells of itself cannot be asked of another server.
 */
export default defineConfig({
	test: {
		include: [
			'test/attack/*.test.ts',
			...(process.env.ATTACK ? [] : ['test/unit/server/attacks.test.ts'])
		]
	}
});
