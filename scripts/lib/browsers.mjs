import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

/** @typedef {{ driver: string, miniBrowser: string, xvfb: string }} WebKitPrograms */

/** @param {string} file */
const isExecutable = (file) => {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
};

/** @param {...string} names where programs of these names would be on the PATH */
const onPath = (...names) =>
	names.flatMap((name) =>
		(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))
	);

/** Where playwright-core keeps the Chromium it downloaded, once it is installed itself. */
const downloaded = async () => {
	const playwright = await import('playwright-core').catch(() => null);
	return playwright ? [playwright.chromium.executablePath()] : [];
};

/**
 * Finds a Chromium on this machine: `CHROMIUM_PATH`, then the PATH, then the usual places.
 *
 * @returns {Promise<string | undefined>} the path of its executable
 */
export const findBrowser = async () =>
	process.env.CHROMIUM_PATH ??
	[
		...onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'),
		'/snap/bin/chromium',
		'/opt/google/chrome/chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
		...(await downloaded())
	].find(isExecutable);

/**
 * Finds a Firefox on this machine: `FIREFOX_PATH`, then the PATH, then the usual places.
 *
 * @returns {string | undefined} the path of its executable
 */
export const findFirefox = () =>
	process.env.FIREFOX_PATH ??
	[
		...onPath('firefox-esr', 'firefox'),
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
	const driver = process.env.WEBKIT_DRIVER_PATH ?? onPath('WebKitWebDriver').find(isExecutable);
	const places = libexec().map((folder) => join(folder, 'MiniBrowser'));
	const miniBrowser = process.env.MINIBROWSER_PATH ?? places.findLast(isExecutable);
	const xvfb = onPath('Xvfb').find(isExecutable);
	return driver && miniBrowser && xvfb ? { driver, miniBrowser, xvfb } : undefined;
};

/** How each program is found, and the packages of Debian that it is in. */
const programs = {
	chromium: { find: findBrowser, packages: ['chromium'] },
	firefox: { find: findFirefox, packages: ['firefox-esr'] },
	webkit: { find: findWebKit, packages: ['webkit2gtk-driver', 'xvfb'] },
	redis: { find: () => onPath('redis-server').find(isExecutable), packages: ['redis-server'] }
};

const canUseApt = () =>
	process.platform === 'linux' && process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get');

/**
 * Finds a program or installs it where this system is Debian and the user is root, and says so.
 *
 * @param {keyof typeof programs} name
 * @returns {Promise<boolean>} whether it is there
 */
export const ensureProgram = async (name) => {
	const { find, packages } = programs[name];
	if (await find()) return true;
	if (!canUseApt()) return false;
	console.log(`No ${name} found: installing it (apt-get install ${packages.join(' ')}).`);
	process.env.DEBIAN_FRONTEND = 'noninteractive';
	await run('apt-get', ['update', '-qq'])
		.then(() => run('apt-get', ['install', '-y', '-qq', ...packages]))
		.catch(({ message }) => console.error(message));
	return !!(await find());
};

/**
 * Finds a Chromium or installs one, and says so.
 *
 * @returns {Promise<string>} the path of its executable
 * @throws when neither Debian nor Playwright has one for this machine
 */
export const ensureBrowser = async () => {
	if (!(await ensureProgram('chromium'))) {
		console.log('No Chromium found: downloading one (playwright-core install chromium).');
		await run('playwright-core', ['install', 'chromium']);
	}
	const found = await findBrowser();
	if (found) return found;
	throw new Error('No Chromium to test with. Install one and set CHROMIUM_PATH to its executable.');
};
