import { once } from 'node:events';
import { Builder, By, Capabilities, Key, type WebDriver } from 'selenium-webdriver';
import { findWebKit, type WebKitPrograms } from '../../scripts/lib/browsers.mjs';
import type { ClickOptions, Driver, Engine } from './engine.ts';
import { freePort, startProgram, type Program } from './program.ts';

const keys = {
	Tab: Key.TAB,
	Enter: Key.ENTER,
	Alt: Key.ALT,
	Control: Key.CONTROL,
	Shift: Key.SHIFT
};

/** WebDriver measures from the middle of an element. */
const clickAt = async (
	driver: WebDriver,
	selector: string,
	{ key, at }: ClickOptions
): Promise<void> => {
	const origin = await driver.findElement(By.css(selector));
	const { width, height } = await origin.getRect();
	const x = at ? Math.round(at.x - width / 2) : 0;
	const y = at ? Math.round(at.y - height / 2) : 0;
	const actions = driver.actions();
	if (key) actions.keyDown(keys[key]);
	actions.move({ origin, x, y }).click();
	if (key) actions.keyUp(keys[key]);
	await actions.perform();
};

/**
 * WebDriver takes the body of a function, and tells it where to answer by its last argument. The value
 * travels as text, because WebDriver makes `undefined` of `null`.
 */
const answering = (expression: string): string => `
	const answer = arguments[arguments.length - 1];
	Promise.resolve((() => (${expression}))()).then(
		(value) => answer(JSON.stringify({ value })),
		(error) => answer(JSON.stringify({ error: String(error) }))
	);
`;

const drive = (driver: WebDriver): Driver => ({
	open: (url) => driver.get(url),
	async evaluate<Value>(expression: string) {
		const text = await driver.executeAsyncScript<string>(answering(expression));
		const { value, error } = JSON.parse(text) as { value: Value; error?: string };
		if (error) throw new Error(error);
		return value;
	},
	click: async (selector, options) =>
		options ? clickAt(driver, selector, options) : driver.findElement(By.css(selector)).click(),
	async type(selector, text) {
		await driver.findElement(By.css(selector)).click();
		await driver.actions().sendKeys(text).perform();
	},
	async press(key, modifier) {
		const actions = driver.actions();
		if (modifier) actions.keyDown(keys[modifier]);
		actions.sendKeys(keys[key]);
		if (modifier) actions.keyUp(keys[modifier]);
		await actions.perform();
	},
	back: () => driver.navigate().back(),
	forward: () => driver.navigate().forward(),
	reload: () => driver.navigate().refresh(),
	questions: () => [],
	async closeOthers() {
		const own = await driver.getWindowHandle();
		for (const handle of await driver.getAllWindowHandles()) {
			if (handle === own) continue;
			await driver.switchTo().window(handle);
			await driver.close();
		}
		await driver.switchTo().window(own);
	},
	async close() {
		// A window of its own for each tab: what is left of a scenario goes with the one it was in.
		const [old] = await driver.getAllWindowHandles();
		await driver.switchTo().newWindow('tab');
		const next = await driver.getWindowHandle();
		await driver.switchTo().window(old!);
		await driver.close();
		await driver.switchTo().window(next);
	}
});

/** Starts a screen that nobody sees, because WebKitGTK has no headless mode. */
const startScreen = async (xvfb: string): Promise<Program & { display: string }> => {
	const screen = startProgram(xvfb, [
		'-displayfd',
		'3',
		'-screen',
		'0',
		'1280x800x24',
		'-nolisten',
		'tcp'
	]);
	const [number] = (await once(screen.messages, 'data')) as [Buffer];
	return { ...screen, display: `:${String(number).trim()}` };
};

const answers = (url: string): Promise<boolean> =>
	fetch(`${url}/status`).then(
		({ ok }) => ok,
		() => false
	);

const startSession = async (server: string, miniBrowser: string): Promise<WebDriver> => {
	while (!(await answers(server))) await new Promise((resolve) => setTimeout(resolve, 50));
	const capabilities = new Capabilities({
		browserName: 'MiniBrowser',
		'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] }
	});
	const driver = await new Builder().usingServer(server).withCapabilities(capabilities).build();
	await driver.manage().setTimeouts({ script: 10_000, pageLoad: 15_000 });
	return driver;
};

const startDriver = async ({
	driver,
	xvfb
}: WebKitPrograms): Promise<Program & { url: string }> => {
	const port = await freePort();
	const screen = await startScreen(xvfb);
	const program = startProgram(driver, [`--port=${port}`], {
		DISPLAY: screen.display,
		// The sandbox needs namespaces that a container or the root user may not have.
		WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1'
	});
	const stop = (): void => [program, screen].forEach((started) => started.stop());
	return { ...program, stop, url: `http://127.0.0.1:${port}` };
};

/** Starts WebKitGTK's MiniBrowser, driven by WebDriver. */
export const launchWebKit = async (): Promise<Engine> => {
	const programs = findWebKit();
	if (!programs)
		throw new Error('No WebKitGTK found. Set MINIBROWSER_PATH and WEBKIT_DRIVER_PATH.');
	const server = await startDriver(programs);
	const driver = await startSession(server.url, programs.miniBrowser);
	return {
		version: `WebKitGTK ${(await driver.getCapabilities()).get('browserVersion')}`,
		openTab: async () => drive(driver),
		async close() {
			await driver.quit().catch(() => {});
			server.stop();
		}
	};
};
