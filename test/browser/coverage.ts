import { CoverageReport } from 'monocart-coverage-reports';
import type { Page } from 'playwright-core';
import options from '../../mcr.config.mjs';

type JSCoverage = Awaited<ReturnType<Page['coverage']['stopJSCoverage']>>[number];

/** A script with its map, where it names one and it is served. Of a minified one, no branch is where it was. */
const withMap = async (script: JSCoverage): Promise<(JSCoverage & { sourceMap: object })[]> => {
	const { source = '', url } = script;
	const [, reference] = /\n\/\/# sourceMappingURL=(\S+)\s*$/.exec(source) ?? [];
	if (!reference || url.endsWith('.min.js')) return [];
	const response = await fetch(new URL(reference, url)).catch(() => null);
	if (!response?.headers.get('content-type')?.includes('json')) return [];
	return [{ ...script, sourceMap: (await response.json()) as object }];
};

/**
 * Records which code of `src` a page runs, until the returned function is called.
 * mcr.config.mjs has it merged with what the unit tests run.
 */
export const recordCoverage = async (page: Page): Promise<() => Promise<void>> => {
	await page.coverage.startJSCoverage({ resetOnNavigation: false });
	return async () => {
		const scripts = await Promise.all((await page.coverage.stopJSCoverage()).map(withMap));
		if (scripts.flat().length) await new CoverageReport(options).add(scripts.flat());
	};
};
