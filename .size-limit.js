// Budgets of what a page loads, minified and compressed with Brotli; 1 kB is 1000 bytes. What is left out
// of the sum and why: docs/decisions/007-what-the-budgets-count.md and 010-budgets-as-measured.md
import { readFileSync } from 'node:fs';

/**
 * Everything that a built entry exports, as an import has it: `{ one, other }`.
 *
 * @param {string} file
 */
const allOf = (file) => {
	const lists = readFileSync(file, 'utf8').matchAll(/^export \{ (.+?) \}/gm);
	const names = [...lists].flatMap(([, list]) => list.split(', '));
	return `{ ${names.map((name) => name.split(' as ').at(-1)).join(', ')} }`;
};

/**
 * Loaded when the page is idle or a form is about to be submitted; by the first form that asks for progress;
 * where a policy forbids fetch; by the first universal load, and the first page whose links are loaded ahead; when a server cannot answer yet; and for the documents of a page without a host. Not part of what loads them.
 */
const onDemand = [
	'/second-stage.js',
	'/upload.js',
	'/native-submit.js',
	'/send-again.js',
	'/documents.js',
	'/morph.js',
	'/complete.js',
	'/preload-links.js',
	'/live.js'
];

/** What a page of the Svelte host loads when it is idle, for rich data, or if the server has not rendered it. */
const afterHydration = ['/take-over.js', '/first-page.js', '/codec.js', '/announce.js'];

/**
 * @param {string} path of the built file that is measured
 * @param {string[]} later what it loads later, besides `onDemand`
 */
const modifyEsbuildConfig =
	(path, later = []) =>
	/** @param {import('esbuild').BuildOptions} options */
	(options) => ({
		...options,
		format: 'esm',
		target: 'es2022',
		external: [
			...(options.external ?? []),
			...[...onDemand, ...later].filter((file) => !path.endsWith(file)).map((file) => `*${file}`),
			// Loaded for the first rich data, where the page does not import `deserialize`.
			...(path === 'dist/form/sent/second-stage.js' ? ['*/codec.js'] : []),
			// A host brings it along; without one it is loaded for the first error.
			...(path === 'dist/index.js' ? ['*/announce.js'] : [])
		]
	});

export default [
	{
		name: 'enhance of softpost, before a form is submitted',
		path: 'dist/index.js',
		import: '{ enhance }',
		limit: '3.95 kB'
	},
	{
		name: 'enhance, applyAction and deserialize of softpost',
		path: 'dist/index.js',
		import: '{ enhance, applyAction, deserialize }',
		limit: '5.75 kB'
	},
	{
		name: 'the code that sends a form, loaded before the first submission',
		path: 'dist/form/sent/second-stage.js',
		import: '*',
		limit: '8.15 kB'
	},
	{
		name: 'the code that shows documents on a page without a host',
		path: 'dist/document/documents.js',
		import: '*',
		limit: '10.35 kB'
	},
	{
		// What a module pays that only sets options: the forms must not come along.
		name: 'configure of softpost',
		path: 'dist/index.js',
		import: '{ configure }',
		limit: '40 B'
	},
	{
		name: 'softpost/navigation',
		path: 'dist/navigation.js',
		import: allOf('dist/navigation.js'),
		limit: '2.1 kB'
	},
	{
		name: 'start and enhance in the Svelte host, at first load',
		path: 'dist/svelte.js',
		import: { 'dist/svelte.js': '{ start }', 'dist/index.js': '{ enhance }' },
		ignore: ['svelte', '*.svelte'],
		later: afterHydration,
		limit: '7 kB'
	},
	{
		name: 'the rest of the Svelte host, loaded when the page is idle',
		path: 'dist/svelte/take-over.js',
		import: '*',
		ignore: ['svelte', '*.svelte'],
		later: ['/codec.js'],
		limit: '15.7 kB'
	},
	{
		name: 'softpost, softpost/navigation, softpost/page and softpost/svelte together',
		path: 'dist/svelte.js',
		import: {
			'dist/index.js': allOf('dist/index.js'),
			'dist/navigation.js': allOf('dist/navigation.js'),
			// The name `page` is that of softpost/svelte here.
			'dist/page.js': '*',
			'dist/svelte.js': allOf('dist/svelte.js')
		},
		ignore: ['svelte', '*.svelte'],
		limit: '24.05 kB'
	},
	{
		name: 'what softpost/svelte loads for an app with universal loads',
		path: 'dist/navigation/load/complete.js',
		import: '*',
		limit: '2.2 kB'
	},
	{
		name: 'what softpost/svelte loads for pages whose links ask to be loaded ahead',
		path: 'dist/navigation/preload/preload-links.js',
		import: '*',
		limit: '1.18 kB'
	},
	{
		name: 'dist/softpost.min.js',
		path: 'dist/softpost.min.js',
		disablePlugins: ['@size-limit/esbuild'],
		limit: '12.25 kB'
	},
	{
		name: 'dist/softpost.document.min.js at first load',
		path: 'dist/softpost.document.min.js',
		disablePlugins: ['@size-limit/esbuild'],
		limit: '6.5 kB'
	},
	{
		name: 'what morphs pages, loaded with the first of them',
		path: 'dist/softpost.document.morph.min.js',
		disablePlugins: ['@size-limit/esbuild'],
		limit: '3.85 kB'
	},
	{
		name: 'softpost/fields',
		path: 'dist/fields/fields.js',
		import: '{ fields }',
		limit: '1 kB'
	},
	{
		name: 'what enhance loads with a schema, and with the first failure of fields',
		path: 'dist/fields/live/live.js',
		import: '*',
		limit: '4.65 kB'
	},
	{
		name: 'softpost/server',
		path: 'dist/server.js',
		import: allOf('dist/server.js'),
		ignore: [
			'@remix-run/node-fetch-server',
			'cookie',
			'devalue',
			'multipasta',
			'negotiator',
			'path-to-regexp'
		],
		limit: '22.35 kB'
	},
	{
		name: 'softpost/redis',
		path: 'dist/server/redis/redis.js',
		import: '{ redisSubmissions }',
		limit: '2.4 kB'
	}
].map(({ later, ...check }) => ({
	...check,
	modifyEsbuildConfig: modifyEsbuildConfig(check.path, later)
}));
