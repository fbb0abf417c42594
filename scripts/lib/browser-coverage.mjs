import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
// @ts-expect-error It has no types.
import { mergeScriptCovs } from '@bcoe/v8-coverage';
import remapping from '@jridgewell/remapping';
import { convert } from 'ast-v8-to-istanbul';
import { parseAstAsync } from 'vite';

/** What test/browser/coverage.ts writes: `<script>.js`, its `.js.map` and a `<script>.<run>.json` for each run of it. */
const folder = 'coverage/browser';

/** @param {string} name */
const read = (name) => readFile(join(folder, name), 'utf8');

/**
 * Leads a bundle's map on to `src`, through the map of the module of `dist` that it names.
 *
 * @param {string} source a path relative to wherever the bundle was
 */
const mapOfDist = async (source) => {
	const [, file] = /(?:^|\/)(dist\/.+\.js)$/.exec(source) ?? [];
	return file && existsSync(`${file}.map`) ? readFile(`${file}.map`, 'utf8') : null;
};

/**
 * A source map from a script to `src`.
 *
 * @param {string} script
 */
const mapToSrc = async (script) => {
	const map = JSON.parse(await read(`${script}.map`));
	const distMaps = new Map();
	for (const source of map.sources) distMaps.set(source, await mapOfDist(source));
	return JSON.parse(remapping(map, (source) => distMaps.get(source)).toString());
};

/**
 * Everything that ran of a script, in all the pages.
 *
 * @param {string} script
 * @param {string[]} names all the files in the folder
 */
const runsOf = async (script, names) => {
	const runs = names.filter(
		(name) => name.startsWith(script.slice(0, -2)) && name.endsWith('.json')
	);
	const texts = await Promise.all(runs.map(read));
	const url = new URL(script, 'file:///').href;
	return mergeScriptCovs(
		texts.map((text) => ({ scriptId: '0', url, functions: JSON.parse(text) }))
	);
};

/**
 * @param {string} script
 * @param {string[]} names
 */
const coverageOf = async (script, names) => {
	const code = await read(script);
	const coverage = await runsOf(script, names);
	const sourceMap = await mapToSrc(script);
	return convert({ code, ast: await parseAstAsync(code), coverage, sourceMap });
};

/**
 * What the pages ran of src/, file by file; a file is there once for each bundle it is in.
 *
 * @returns {Promise<import('istanbul-lib-coverage').FileCoverageData[]>} their `path` begins with `src/`
 */
export const readBrowserCoverage = async () => {
	if (!existsSync(folder)) return [];
	const names = await readdir(folder);
	const scripts = names.filter((name) => name.endsWith('.js'));
	const coverages = await Promise.all(scripts.map((script) => coverageOf(script, names)));
	return coverages.flatMap(Object.values).flatMap((data) => {
		const [, path = ''] = /(?:^|\/)(src\/.+\.ts)$/.exec(data.path) ?? [];
		return existsSync(path) ? { ...data, path } : [];
	});
};
