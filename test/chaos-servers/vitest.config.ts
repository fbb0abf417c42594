import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: { name: 'chaos-servers', include: ['test/chaos-servers/*.test.ts'] }
});
