import { launch, type KeyInput, type Page } from 'puppeteer-core';
import { findFirefox } from '../../scripts/lib/browsers.mjs';
import type { Driver, Engine } from './engine.ts';

/**
 * A page that comes out of the back/forward cache is no load, for which Puppeteer waits in vain. The
 * command is sent before the waiting begins.
 */
const withoutWaiting = async (
	command: (options: { timeout: number }) => Promise<unknown>
): Promise<void> => void (await command({ timeout: 300 }).catch(() => {}));

/** Does something while a key is held. */
const holding = async (
	page: Page,
	key: KeyInput | undefined,
	act: () => Promise<void>
): Promise<void> => {
	if (key) await page.keyboard.down(key);
	await act();
	if (key) await page.keyboard.up(key);
};

const drive = (page: Page): Driver => {
	const questions: string[] = [];
	page.on('dialog', async (dialog) => {
		questions.push(dialog.type());
		await dialog.dismiss();
	});
	return {
		open: async (url) => void (await page.goto(url)),
		evaluate: async <Value>(expression: string) => (await page.evaluate(expression)) as Value,
		click: (selector, { key, at } = {}) =>
			holding(page, key, () => page.click(selector, { ...(at && { offset: at }) })),
		type: (selector, text) => page.type(selector, text),
		press: (key, modifier) => holding(page, modifier, () => page.keyboard.press(key)),
		back: () => withoutWaiting((options) => page.goBack(options)),
		forward: () => withoutWaiting((options) => page.goForward(options)),
		reload: async () => void (await page.reload()),
		questions: () => questions,
		async closeOthers() {
			for (const other of await page.browserContext().pages())
				if (other !== page) await other.close();
		},
		close: () => page.browserContext().close()
	};
};

/** Starts Firefox, driven by WebDriver BiDi. */
export const launchFirefox = async (): Promise<Engine> => {
	const executablePath = findFirefox();
	if (!executablePath) throw new Error('No Firefox found. Set FIREFOX_PATH to its executable.');
	const browser = await launch({ browser: 'firefox', headless: true, executablePath });
	return {
		version: (await browser.version()).replace('firefox/', 'Firefox '),
		openTab: async () => drive(await (await browser.createBrowserContext()).newPage()),
		close: () => browser.close()
	};
};
