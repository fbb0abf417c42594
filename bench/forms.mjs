/**
 * `npm run bench:forms`: how long a page takes to enhance 1,000 forms, and the heap that each of them costs until it
 * is submitted: minimum, median and maximum of several pages in Chromium. `--rounds 5` is the default.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../scripts/lib/browsers.mjs';
import { buildPackage } from '../scripts/lib/build.mjs';
import { median } from './lib.mjs';

const FORMS = 1000;
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });

/** In the page: enhances all forms but the first, which is there for what forms share. */
const measure = async () => {
	const { createForms } = await import('/softpost.min.js');
	// A host of its own, as in an app with a router.
	const { enhance } = createForms({ navigation: {} });
	const [first, ...forms] = document.forms;
	enhance(first);
	const settle = async () => {
		await new Promise((resolve) => requestIdleCallback(resolve));
		globalThis.gc();
		return performance.memory.usedJSHeapSize;
	};
	globalThis.kept = forms.map(() => null);
	await settle();
	const before = await settle();
	const start = performance.now();
	forms.forEach((form, index) => (globalThis.kept[index] = enhance(form)));
	const time = performance.now() - start;
	return { time, heap: ((await settle()) - before) / forms.length };
};

const PAGE = `<!doctype html>${'<form method="post"><input name="a" /><button>Send</button></form>'.repeat(FORMS)}`;

await buildPackage();
const server = createServer(({ url }, response) => {
	const isScript = url === '/softpost.min.js';
	response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
	response.end(isScript ? readFileSync('dist/softpost.min.js') : PAGE);
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
const browser = await chromium.launch({
	executablePath: await ensureBrowser(),
	args: ['--no-sandbox', '--js-flags=--expose-gc', '--enable-precise-memory-info']
});
/** @type {{ time: number, heap: number }[]} */
const rounds = [];
const page = await browser.newPage();
for (let round = 0; round < Number(values.rounds); round++) {
	await page.goto(`http://127.0.0.1:${port}/`);
	rounds.push(await page.evaluate(measure));
}
await browser.close();
server.close();

/** @param {number[]} figures @param {number} digits */
const shown = (figures, digits) =>
	[Math.min(...figures), median(figures), Math.max(...figures)]
		.map((figure) => figure.toFixed(digits))
		.join(' / ');

console.log(`${FORMS} forms, minimum / median / maximum of ${rounds.length} pages
enhancing all: ${shown(
	rounds.map(({ time }) => time),
	1
)} ms
heap of each:  ${shown(
	rounds.map(({ heap }) => heap),
	0
)} bytes`);
