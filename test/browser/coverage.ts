import { createHash, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

type JSCoverage = Awaited<ReturnType<Page['coverage']['stopJSCoverage']>>[number];

const folder = 'coverage/browser';

/** The map of a script, where it names one and it is served. Of a minified one, no branch is where it was. */
const readMap = async ({ source = '', url }: JSCoverage): Promise<string | null> => {
	const [, reference] = /\n\/\/# sourceMappingURL=(\S+)\s*$/.exec(source) ?? [];
	if (!reference || url.endsWith('.min.js')) return null;
	const answer = await fetch(new URL(reference, url)).catch(() => null);
	return answer?.headers.get('content-type')?.includes('json') ? answer.text() : null;
};

/** Keeps what ran of one script; the script and its map are kept once, under a name made of its text. */
const keep = async (script: JSCoverage): Promise<void> => {
	const map = await readMap(script);
	if (!map) return;
	const name = createHash('sha256').update(script.source!).digest('hex').slice(0, 16);
	await Promise.all([
		writeFile(join(folder, `${name}.js`), script.source!),
		writeFile(join(folder, `${name}.js.map`), map),
		writeFile(join(folder, `${name}.${randomUUID()}.json`), JSON.stringify(script.functions))
	]);
};

/**
 * Records which code of `src` a page runs, until the answered function is called.
 * `scripts/coverage.mjs` adds it to what the unit tests cover.
 */
export const recordCoverage = async (page: Page): Promise<() => Promise<void>> => {
	await page.coverage.startJSCoverage({ resetOnNavigation: false });
	await mkdir(folder, { recursive: true });
	return async () => {
		const scripts = await page.coverage.stopJSCoverage();
		await Promise.all(scripts.map(keep));
	};
};
