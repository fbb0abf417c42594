import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { inject, onTestFinished } from 'vitest';
import { recordCoverage } from './coverage.ts';

export { serveFixture } from './fixture.ts';
export type { Site } from './serve.ts';

let connection: Promise<Browser> | undefined;

/** The one Chromium of this run. */
const browser = (): Promise<Browser> => (connection ??= chromium.connect(inject('chromium')));

export interface PageOptions extends BrowserContextOptions {
	/** Whether the page may throw; without it, an error that nobody caught fails the test. */
	mayThrow?: boolean;
	/** Whether what it runs may count for the coverage; without it, it does. */
	covered?: boolean;
}

const failOnErrors = (page: Page): void => {
	const errors: Error[] = [];
	page.on('pageerror', (error) => errors.push(error));
	onTestFinished(() => {
		if (errors.length) throw new AggregateError(errors, `The page threw: ${errors.join('; ')}`);
	});
};

/**
 * Opens an empty page in a context of its own, which is closed when the test that called it has finished.
 *
 * @param options Playwright's options for a context, such as `javaScriptEnabled: false`
 */
export const openPage = async ({
	mayThrow,
	covered = true,
	...options
}: PageOptions = {}): Promise<Page> => {
	const context = await (await browser()).newContext(options);
	onTestFinished(() => context.close());
	const page = await context.newPage();
	if (!mayThrow) failOnErrors(page);
	const runsScripts = options.javaScriptEnabled !== false;
	if (covered && runsScripts && inject('coverage')) onTestFinished(await recordCoverage(page));
	return page;
};
