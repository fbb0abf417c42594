import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { canUseApt, findBrowser, installFromDebian, isExecutable, onPath } from './browser.mjs';

/** @typedef {{ driver: string, miniBrowser: string, xvfb: string }} WebKitPrograms */

/**
 * Finds a Firefox on this machine: `FIREFOX_PATH`, then the PATH, then the usual place.
 *
 * @returns {string | undefined} the path of its executable
 */
export const findFirefox = () =>
	process.env.FIREFOX_PATH ??
	[
		...onPath(['firefox-esr', 'firefox']),
		'/Applications/Firefox.app/Contents/MacOS/firefox',
		'C:\\Program Files\\Mozilla Firefox\\firefox.exe'
	].find(isExecutable);

/** @param {string} folder */
const namesIn = (folder) => {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
};

/** WebKitGTK's libexec folders differ by system and by version of its interface, the newest last. */
const libexec = () =>
	['/usr/lib', '/usr/libexec', '/usr/lib64']
		.flatMap((root) => [root, ...namesIn(root).map((name) => join(root, name))])
		.flatMap((root) => namesIn(root).map((name) => join(root, name)))
		.filter((folder) => /\/webkit2?gtk-[\d.]+$/.test(folder))
		.sort();

/**
 * Finds WebKitGTK's browser and driver on this machine, and the X server that they need:
 * `WEBKIT_DRIVER_PATH` and `MINIBROWSER_PATH`, then the usual places.
 *
 * @returns {WebKitPrograms | undefined}
 */
export const findWebKit = () => {
	const driver = process.env.WEBKIT_DRIVER_PATH ?? onPath(['WebKitWebDriver']).find(isExecutable);
	const places = libexec().map((folder) => join(folder, 'MiniBrowser'));
	const miniBrowser = process.env.MINIBROWSER_PATH ?? places.findLast(isExecutable);
	const xvfb = onPath(['Xvfb']).find(isExecutable);
	return driver && miniBrowser && xvfb ? { driver, miniBrowser, xvfb } : undefined;
};

/** How each engine is found, and the packages of Debian that it is in. */
const engines = {
	chromium: { find: findBrowser, packages: ['chromium'] },
	firefox: { find: findFirefox, packages: ['firefox-esr'] },
	webkit: { find: findWebKit, packages: ['webkit2gtk-driver', 'xvfb'] }
};

/** @typedef {keyof typeof engines} EngineName */

export const engineNames = /** @type {EngineName[]} */ (Object.keys(engines));

/**
 * Finds an engine or installs it where this system is Debian and the user is root, saying so.
 *
 * @param {EngineName} name
 * @returns {Promise<boolean>} whether it is there
 */
export const ensureEngine = async (name) => {
	const { find, packages } = engines[name];
	if (await find()) return true;
	if (!canUseApt()) return false;
	await installFromDebian(name, packages).catch(({ message }) => console.error(message));
	return !!(await find());
};
