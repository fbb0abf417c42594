import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openPage, serveFixture, type Site } from './harness.ts';

/** The user's final view, with and without JavaScript. */
export interface Ending {
	path: string;
	text: string;
	cookies: string[];
	/** Whether the document that the user began with is still the one that is shown. */
	stayed: boolean;
}

/** A user's actions on one page. Waits for the outcome at the end. */
export type Story = (page: Page, site: Site) => Promise<unknown>;

interface Marked {
	marker?: boolean;
}

const setMarker = (): void => void ((window as Marked).marker = true);
const hasMarker = (): boolean => !!(window as Marked).marker;

/** Waits until the app has started, and marks the document. Without scripts there is nothing to wait for. */
export const started = async (page: Page): Promise<void> => {
	await page.waitForSelector('html[data-started]');
	await page.evaluate(setMarker);
};

/** Whether the document that `started` marked is still shown. */
export const stayed = (page: Page): Promise<boolean> => page.evaluate(hasMarker);

const tell = async (site: Site, path: string, story: Story, scripts: boolean): Promise<Ending> => {
	const page = await openPage({ javaScriptEnabled: scripts });
	await page.goto(site.url + path);
	if (scripts) await started(page);
	await story(page, site);
	const cookies = await page.context().cookies();
	return {
		path: new URL(page.url()).pathname,
		text: await page.locator('main').innerText(),
		cookies: cookies.map(({ name, value }) => `${name}=${value}`),
		stayed: scripts && (await stayed(page))
	};
};

/** Has the same user do the same with JavaScript off and on; answers how it ended. */
export type TellBothWays = (path: string, story: Story) => Promise<[off: Ending, on: Ending]>;

/**
 * Serves a fixture twice for the tests of a file, so that what one of the two users does is not seen by
 * the other.
 */
export const serveBothWays = (fixture: string): TellBothWays => {
	let sites: [Site, Site];
	beforeAll(async () => {
		sites = await Promise.all([serveFixture(fixture), serveFixture(fixture)]);
	});
	afterAll(() => Promise.all(sites.map((site) => site.close())));
	return (path, story) =>
		Promise.all([tell(sites[0], path, story, false), tell(sites[1], path, story, true)]);
};
