import { defineConfig } from 'vitest/config';

/** For `npm run attack`; in `npm test` the same tests belong to the browser tests, which build the demo. */
export default defineConfig({ test: { include: ['test/attack/*.test.ts'] } });
