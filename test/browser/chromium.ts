import type { LaunchOptions } from 'playwright-core';
import { findBrowser } from '../../scripts/lib/browsers.mjs';

/** How the tests start Chromium: without a window, and quiet on the network. */
export const chromiumOptions = async (): Promise<LaunchOptions> => {
	const executablePath = await findBrowser();
	if (!executablePath)
		throw new Error('No Chromium found. `npm test` installs one, or set CHROMIUM_PATH.');
	return {
		executablePath,
		headless: true,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync'
		]
	};
};
