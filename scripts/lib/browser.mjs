import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const usualPlaces = [
	'/snap/bin/chromium',
	'/opt/google/chrome/chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/** @param {string} file */
export const isExecutable = (file) => {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
};

/**
 * Where programs of these names would be on the PATH.
 *
 * @param {string[]} names
 */
export const onPath = (names) =>
	names.flatMap((name) =>
		(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))
	);

/** Where playwright-core keeps the Chromium it downloaded, once it is installed itself. */
const downloaded = async () => {
	try {
		const { chromium } = await import('playwright-core');
		return [chromium.executablePath()];
	} catch {
		return [];
	}
};

/**
 * Finds a Chromium on this machine: `CHROMIUM_PATH`, then the PATH, then the usual places.
 *
 * @returns {Promise<string | undefined>} the path of its executable
 */
export const findBrowser = async () =>
	process.env.CHROMIUM_PATH ??
	[...onPath(names), ...usualPlaces, ...(await downloaded())].find(isExecutable);

export const canUseApt = () =>
	process.platform === 'linux' && process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get');

/**
 * Installs packages of Debian, saying so.
 *
 * @param {string} missing what for
 * @param {string[]} packages
 */
export const installFromDebian = async (missing, packages) => {
	const list = packages.join(' ');
	console.log(`No ${missing} found: installing the one of this system (apt-get install ${list}).`);
	await run('apt-get', ['update', '-qq']);
	process.env.DEBIAN_FRONTEND = 'noninteractive';
	await run('apt-get', ['install', '-y', '-qq', ...packages]);
};

const installFromPlaywright = async () => {
	console.log('No Chromium found: downloading one (playwright-core install chromium).');
	await run('playwright-core', ['install', 'chromium']);
};

/**
 * Finds a Chromium or installs one, saying so.
 *
 * @returns {Promise<string>} the path of its executable
 * @throws when neither Debian nor Playwright has one for this machine
 */
export const ensureBrowser = async () => {
	const found = await findBrowser();
	if (found) return found;
	await (canUseApt()
		? installFromDebian('Chromium', ['chromium']).catch(installFromPlaywright)
		: installFromPlaywright());
	const installed = await findBrowser();
	if (installed) return installed;
	throw new Error('No Chromium to test with. Install one and set CHROMIUM_PATH to its executable.');
};
