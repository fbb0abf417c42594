// Coverage of src/: what the unit tests ran in Node and the browser tests in Chromium, merged.
// Why and how: docs/decisions/008-coverage-of-two-kinds.md

import { transform } from 'esbuild';

/** Per cent of the branches. */
const threshold = 95;

/**
 * The half of the plugin that makes an app runs in processes of Vite and of the app: `test/browser/vite.test.ts`
 * and `starter.test.ts` use it as a user does.
 *
 * @param {string} path @returns {string | undefined} from `src` on, where it is a module of the package
 */
const pathInSrc = (path) =>
	/(?:^|\/)(?:demo|src\/vite\/app)\//.test(path)
		? undefined
		: /(?:^|\/)(src\/.+\.ts)$/.exec(path)?.[1];

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
		const { pct, covered, total } = /** @type {any} */ (results).summary.branches;
		console.log(
			`Branches of src/ covered: ${pct} % (${covered} of ${total}), wanted ${threshold} %.`
		);
		if (pct < threshold) process.exitCode = 1;
	}
};
