// Budgets of what a page loads, minified and compressed with Brotli; 1 kB is 1000 bytes. What is left out of
// the sum and why: docs/decisions/102-what-the-budgets-count.md

/** @param {import('esbuild').BuildOptions} options */
const modifyEsbuildConfig = (options) => ({ ...options, format: 'esm', target: 'es2022' });

export default [
	{
		name: 'softpost',
		path: 'dist/index.js',
		import: '{ enhance, applyAction, deserialize }',
		limit: '4 kB'
	},
	{
		name: 'softpost/navigation',
		path: 'dist/navigation.js',
		import: '{ goto, invalidateAll, beforeNavigate, afterNavigate, onNavigate }',
		limit: '2 kB'
	},
	{
		name: 'browser half',
		path: 'dist/svelte.js',
		import: {
			'dist/index.js': '{ enhance, applyAction, deserialize, configure, createForms }',
			'dist/navigation.js': '{ goto, invalidateAll, beforeNavigate, afterNavigate, onNavigate }',
			'dist/page.js': '*',
			'dist/svelte.js': '{ page, navigating, submission, start, fromFiles }'
		},
		ignore: ['svelte', '*.svelte'],
		limit: '7 kB'
	},
	{
		name: 'dist/softpost.min.js',
		path: 'dist/softpost.min.js',
		limit: '4 kB'
	},
	{
		name: 'softpost/server',
		path: 'dist/server.js',
		import:
			'{ createApp, fail, redirect, error, json, text, isActionFailure, isRedirect, isHttpError, toNodeHandler }',
		ignore: ['@remix-run/node-fetch-server', 'cookie', 'devalue', 'negotiator', 'path-to-regexp'],
		limit: '6 kB'
	}
].map((check) => ({ ...check, modifyEsbuildConfig }));
