// Coverage of src/: what the unit tests ran in Node and the browser tests in Chromium, merged.
// Why and how: docs/decisions/008-coverage-of-two-kinds.md

import { transform } from 'esbuild';

/**
 * Per cent of the lines. A branch counts twice where the maps of the two builds place it a column apart, so the merged
 * figure of branches falls as tests are added.
 */
const threshold = 95;

/**
 * Runs in processes or files that are not measured: the half of the plugin that makes an app in Vite and in the app
 * (`test/browser/vite.test.ts`, `starter.test.ts`), pages without a host in minified files, as their users have them
 * (`test/any-page`), and SvelteKit's pages in `npm run interop`.
 */
const ELSEWHERE =
	/(?:^|\/)(?:demo\/|src\/(?:vite\/app|bundles|document)\/|src\/document\.ts$|src\/kit\/(?!once|decode))/;

/** @param {string} path @returns {string | undefined} from `src` on, where it is a module of the package that counts */
const pathInSrc = (path) =>
	ELSEWHERE.test(path) ? undefined : /(?:^|\/)(src\/.+\.ts)$/.exec(path)?.[1];

/** @type {import('monocart-coverage-reports').CoverageReportOptions} */
export default {
	name: 'softpost',
	outputDir: 'coverage/merged',
	logging: 'error',
	reports: [['text', { skipFull: true }]],
	/** A bundle leads to `src` by its map; what has none, or is minified, tells nothing of a branch. */
	entryFilter: ({ url, sourceMap }) => !!sourceMap || pathInSrc(url) !== undefined,
	sourceFilter: (path) => pathInSrc(path) !== undefined,
	sourcePath: (path) => pathInSrc(path) ?? path,
	// What no test loads counts as not covered.
	all: {
		dir: ['src'],
		filter: { '**/*.ts': 'js', '**/*': false },
		transformer: async (entry) => {
			const options = { loader: 'ts', sourcemap: true, sourcefile: entry.url };
			const { code, map } = await transform(entry.source, /** @type {any} */ (options));
			Object.assign(entry, { source: code, sourceMap: JSON.parse(map) });
		}
	},
	onEnd: (results) => {
		const { pct, covered, total } = /** @type {any} */ (results).summary.lines;
		console.log(`Lines of src/ covered: ${pct} % (${covered} of ${total}), wanted ${threshold} %.`);
		if (pct < threshold) process.exitCode = 1;
	}
};
