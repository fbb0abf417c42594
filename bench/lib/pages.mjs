/** The same page for softpost and its peers: built, served, and open in a browser. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { chromium } from 'playwright-core';
import { build as bundle } from 'vite';
import { ensureBrowser } from '../../scripts/lib/browsers.mjs';
import { build, buildPackage, ensureDependencies } from '../../scripts/lib/build.mjs';
import { run } from '../../scripts/lib/run.mjs';
import { untilEnhanced } from './in-page.mjs';
import { startServer } from './servers.mjs';

export const PEERS = 'bench/peers';
const PAGES = 'bench/pages';

/** All candidates; those that need no packages of bench/peers come first. */
export const CANDIDATES = ['floor', 'softpost', 'sveltekit', 'turbo', 'htmx'];

/** @param {string} folder */
const compressFiles = (folder) => {
	for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
		if (file.endsWith('.js'))
			writeFileSync(
				join(folder, `${file}.br`),
				brotliCompressSync(readFileSync(join(folder, file)))
			);
};

/**
 * Bundles a script for browsers, or for the server.
 *
 * @param {string} entry
 * @param {string} outDir
 * @param {boolean} [ssr]
 */
const bundleScript = async (entry, outDir, ssr = false) => {
	await bundle({
		configFile: false,
		logLevel: 'error',
		plugins: [svelte({ configFile: false })],
		// Turbo and htmx are packages of bench/peers alone.
		resolve: {
			alias: ['@hotwired/turbo', 'htmx.org'].map((find) => ({
				find,
				replacement: resolve(PEERS, 'node_modules', find)
			}))
		},
		ssr: { noExternal: true },
		build: {
			ssr,
			outDir: resolve(outDir),
			emptyOutDir: true,
			rolldownOptions: { input: resolve(entry), output: { entryFileNames: '[name].js' } }
		}
	});
	if (!ssr) compressFiles(outDir);
};

/** @type {Record<string, () => Promise<void>>} */
const builders = {
	floor: async () => {
		await bundleScript(`${PAGES}/floor/client.js`, `${PAGES}/floor/build/client`);
		await bundleScript(`${PAGES}/floor/render.js`, `${PAGES}/floor/build/server`, true);
	},
	softpost: async () => {
		await run('vite', ['build', `${PAGES}/softpost`, '--logLevel', 'warn']);
		compressFiles(`${PAGES}/softpost/build/client`);
	},
	sveltekit: () =>
		build(
			`the SvelteKit app in ${PEERS}`,
			`${PEERS}/build/handler.js`,
			[`${PEERS}/src`, `${PEERS}/package-lock.json`, `${PAGES}/shared`, `${PAGES}/softpost/src`],
			[['npm', '--prefix', PEERS, 'run', '--silent', 'build']]
		),
	turbo: () => bundleScript(`${PAGES}/turbo/client.js`, `${PAGES}/turbo/build`),
	htmx: () => bundleScript(`${PAGES}/htmx/client.js`, `${PAGES}/htmx/build`)
};

/** @type {Set<string>} */
const built = new Set();

/** Builds what candidates serve, each once. @param {string[]} names */
export const buildPages = async (names) => {
	await buildPackage();
	await ensureDependencies(PEERS);
	for (const name of names) {
		if (!built.has(name)) await builders[name]();
		built.add(name);
	}
};

/** @typedef {{ latency: number, download: number, upload: number }} Line milliseconds, bytes a second */

/** 1.6 Mbit/s down, 750 kbit/s up, 150 ms for each request. @type {Line} */
export const SLOW = { latency: 150, download: 200_000, upload: 93_750 };

/**
 * Serves the candidates' pages and starts a browser.
 *
 * @param {string[]} names
 */
export const servePages = async (names) => {
	await buildPages(names);
	const executablePath = await ensureBrowser();
	const args = ['--no-sandbox', '--js-flags=--expose-gc', '--enable-precise-memory-info'];
	const browser = await chromium.launch({ executablePath, args });
	/** @type {Record<string, import('./servers.mjs').Server>} */
	const servers = {};
	const close = async () => {
		await browser.close();
		for (const { stop } of Object.values(servers)) stop();
	};
	try {
		for (const name of names) servers[name] = await startServer(['bench/servers/page.mjs', name]);
	} catch (error) {
		await close();
		throw error;
	}

	/**
	 * Opens a page with a cold cache, and waits until its form is enhanced.
	 *
	 * @param {string} name
	 * @param {{ path?: string, line?: Line }} [options]
	 */
	const open = async (name, { path = '/', line } = {}) => {
		const context = await browser.newContext();
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		if (line) {
			await session.send('Network.enable');
			await session.send('Network.emulateNetworkConditions', {
				offline: false,
				latency: line.latency,
				downloadThroughput: line.download,
				uploadThroughput: line.upload
			});
		}
		const enhanced = await untilEnhanced(page, () => page.goto(servers[name].origin + path));
		// The probe was a submission: what comes next must not meet it.
		if (!line) await page.locator('.error').nth(4).waitFor();
		return { page, session, enhanced, close: () => context.close() };
	};

	return { names, browser, open, close };
};

/** @typedef {Awaited<ReturnType<typeof servePages>>} Pages */

/** @typedef {Awaited<ReturnType<Pages['open']>>} Opened */
