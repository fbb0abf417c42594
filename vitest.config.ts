import { svelte } from '@sveltejs/vite-plugin-svelte';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		// Browser tests wait more than they compute: on two cores one at a time leaves half of them idle.
		maxWorkers: Math.max(2, availableParallelism() - 1),
		coverage: {
			provider: 'custom',
			customProviderModule: 'vitest-monocart-coverage',
			// mcr.config.mjs reports and judges: what Chromium ran is added there.
			include: ['src/**/*.ts'],
			// It has a `src` of its own, with tests of its own.
			exclude: ['demo/**'],
			reportOnFailure: true
		},
		projects: [
			{
				plugins: [svelte({ configFile: false })],
				// What the demo's modules are called in SvelteKit.
				resolve: {
					alias: {
						'@sveltejs/kit': fileURLToPath(new URL('src/server.ts', import.meta.url)),
						$lib: fileURLToPath(new URL('demo/src/lib', import.meta.url))
					}
				},
				// A file with `@vitest-environment happy-dom` gets Svelte's browser half, any other its server half.
				environments: { client: { resolve: { conditions: ['svelte', 'browser'] } } },
				test: {
					name: 'unit',
					include: ['test/unit/**/*.test.ts'],
					testTimeout: 20_000,
					expect: { poll: { timeout: 10_000 } }
				}
			},
			{
				test: {
					name: 'types',
					include: [],
					typecheck: {
						enabled: true,
						only: true,
						include: ['test/types/**/*.ts'],
						tsconfig: 'test/tsconfig.json',
						// Errors elsewhere are for `npm run typecheck` to tell.
						ignoreSourceErrors: true
					}
				}
			},
			{
				test: {
					name: 'browser',
					include: [
						'test/browser/**/*.test.ts',
						'test/interop/*.test.ts',
						'test/any-page/*.test.ts',
						'test/attack/*.test.ts'
					],
					globalSetup: ['test/browser/global-setup.ts'],
					retry: process.env.CI ? 1 : 0,
					testTimeout: 30_000,
					hookTimeout: 60_000,
					// Events are waited for: how long they may take on a busy machine is no finding.
					expect: { poll: { timeout: 20_000 } },
					// Fixtures are built in the workers: as an app is built for its users, not as under test.
					env: { NODE_ENV: 'production' }
				}
			}
		]
	}
});
