/**
 * `npm run bench`: what the same page costs with softpost and with its peers, in several parts. Prints ratios of interleaved rounds:
 * minimum, median and maximum.
 *
 * --part bytes   this part alone; may be repeated
 * --write        also writes bench/results.md and the README's table
 * --rounds 5, --turns 15, --seconds 1.5, --submissions 2000, --candidates floor,softpost,sveltekit,turbo,htmx: the defaults
 */
import { parseArgs } from 'node:util';
import { CANDIDATES, servePages } from './lib/pages.mjs';
import { print, resultOf, write } from './lib/report.mjs';

/** `pages`: it is measured in the candidates' pages. */
const PARTS = {
	bytes: { pages: true },
	startup: { pages: true },
	submission: { pages: true },
	forms: { pages: true },
	growth: { pages: true },
	stages: { pages: false },
	decoding: { pages: false },
	server: { pages: false },
	upload: { pages: false }
};

const { values } = parseArgs({
	options: {
		part: { type: 'string', multiple: true, default: Object.keys(PARTS) },
		write: { type: 'boolean', default: false },
		rounds: { type: 'string', default: '5' },
		turns: { type: 'string', default: '15' },
		seconds: { type: 'string', default: '1.5' },
		submissions: { type: 'string', default: '2000' },
		candidates: { type: 'string', default: CANDIDATES.join() }
	}
});
const options = {
	rounds: Number(values.rounds),
	turns: Number(values.turns),
	seconds: Number(values.seconds),
	submissions: Number(values.submissions)
};

const chosen = Object.entries(PARTS).filter(([name]) => values.part.includes(name));
if (!chosen.length) throw new Error(`--part is one of ${Object.keys(PARTS).join(', ')}`);
const needsPages = chosen.some(([, { pages }]) => pages);
const pages = needsPages ? await servePages(values.candidates.split(',')) : null;
/** @type {Record<string, import('./lib/report.mjs').Result>} */
const results = {};
try {
	for (const [name, part] of chosen) {
		const start = Date.now();
		const { run } = await import(`./parts/${name}.mjs`);
		const browser = part.pages && pages ? `Chromium ${pages.browser.version()}` : '';
		results[name] = resultOf(await run(pages, options), browser);
		print(results[name]);
		console.log(`(${name}: ${Math.round((Date.now() - start) / 1000)} s)`);
	}
} finally {
	await pages?.close();
}
if (values.write) await write(results, Object.keys(PARTS));
