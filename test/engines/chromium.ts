import { chromium, type Page } from 'playwright-core';
import { chromiumOptions } from '../browser/chromium.ts';
import type { Driver, Engine } from './engine.ts';

const drive = (page: Page): Driver => {
	const questions: string[] = [];
	page.on('dialog', async (dialog) => {
		questions.push(dialog.type());
		await dialog.dismiss();
	});
	const commit = { waitUntil: 'commit' } as const;
	return {
		open: async (url) => void (await page.goto(url)),
		evaluate: (expression) => page.evaluate(expression),
		click: (selector, { key, at } = {}) =>
			page.click(selector, {
				noWaitAfter: true,
				...(key && { modifiers: [key] }),
				...(at && { position: at })
			}),
		async type(selector, text) {
			await page.click(selector);
			await page.keyboard.type(text);
		},
		press: (key, modifier) => page.keyboard.press(modifier ? `${modifier}+${key}` : key),
		back: async () => void (await page.goBack(commit)),
		forward: async () => void (await page.goForward(commit)),
		reload: async () => void (await page.reload(commit)),
		questions: () => questions,
		async closeOthers() {
			for (const other of page.context().pages()) if (other !== page) await other.close();
		},
		close: () => page.context().close()
	};
};

/** Starts Chromium, driven by the DevTools protocol. */
export const launchChromium = async (): Promise<Engine> => {
	const browser = await chromium.launch({
		...(await chromiumOptions()),
		// Playwright leaves the back/forward cache out, which users have.
		ignoreDefaultArgs: ['--disable-back-forward-cache']
	});
	return {
		version: `Chromium ${browser.version()}`,
		openTab: async () => drive(await (await browser.newContext()).newPage()),
		close: () => browser.close()
	};
};
