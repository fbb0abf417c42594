/** Where the time of one submission goes within the script of a page: by the stages of docs/performance.md. */
import { buildPackage } from '../../scripts/lib/build.mjs';
import { spreads } from '../lib/figures.mjs';
import { countOf, walk, withCounter } from '../walk.mjs';

export const title = 'Where the time of a submission goes';

const SUBMISSIONS = 100;
/** Microseconds between two samples of the profiler. */
const INTERVAL = 100;

/** By the folder of a file, in the order of a submission. @type {[stage: string, pattern: RegExp][]} */
const STAGES = [
	['the event: form/', /\/dist\/form\/(?!sent\/)/],
	['sending: form/sent/', /\/dist\/form\/sent\//],
	['decoding: protocol/', /\/dist\/protocol\//],
	['applying: apply/', /\/dist\/apply\//],
	['page and history: page/, navigation/', /\/dist\/(page|navigation)\//],
	['reading the DOM, focus, announcements: dom/', /\/dist\/dom\//],
	['the Svelte host: svelte/', /\/dist\/svelte\//],
	['Svelte and the page’s components', /node_modules\/svelte\/|\.svelte/]
];

/** @param {string} url */
const stageOf = (url) => STAGES.find(([, pattern]) => pattern.test(url))?.[0];

/** In the page: submits again and again, each time once all of the last one is done. @param {number} count */
const submitAgain = async (count) => {
	const frame = () => new Promise((done) => requestAnimationFrame(done));
	const [heading, button] = ['h1', 'button'].map((name) => document.querySelector(name));
	for (let index = 0; index < count; index++) {
		const shown = new Promise((done) => {
			const observer = new MutationObserver(() => (observer.disconnect(), done(null)));
			observer.observe(heading, { childList: true, subtree: true, characterData: true });
		});
		button.click();
		await shown.then(frame).then(frame);
	}
};

/**
 * Sums up samples by stage. What the browser does for a function, such as a request or a change of the DOM, is that
 * function's own.
 *
 * @param {any} profile of V8
 */
const sumUp = ({ nodes, samples, timeDeltas }) => {
	/** @type {Map<number, string | undefined>} */
	const stages = new Map();
	/** @param {number} id @param {string | undefined} above */
	const visit = (id, above) => {
		const { callFrame, children = [] } = byId.get(id);
		const stage = callFrame.url ? stageOf(callFrame.url) : above;
		stages.set(id, stage);
		for (const child of children) visit(child, stage);
	};
	const byId = new Map(nodes.map((/** @type {{ id: number }} */ node) => [node.id, node]));
	visit(nodes[0].id, undefined);
	/** @type {Record<string, number>} */
	const times = Object.fromEntries(STAGES.map(([stage]) => [stage, 0]));
	for (const [index, id] of samples.entries()) {
		const stage = stages.get(id);
		if (stage) times[stage] += timeDeltas[index];
	}
	const all = Object.values(times).reduce((sum, time) => sum + time, 0);
	return Object.fromEntries(STAGES.map(([stage]) => [stage, (100 * times[stage]) / all]));
};

/** @param {unknown} _ @param {{ rounds: number }} options */
export const run = async (_, { rounds }) => {
	await buildPackage();
	const profiles = await withCounter(async (page) => {
		const session = await page.context().newCDPSession(page);
		await session.send('Profiler.enable');
		await session.send('Profiler.setSamplingInterval', { interval: INTERVAL });
		await page.evaluate(submitAgain, SUBMISSIONS);
		const found = [];
		for (let round = 0; round < rounds; round++) {
			await session.send('Profiler.start');
			await page.evaluate(submitAgain, SUBMISSIONS);
			found.push(sumUp((await session.send('Profiler.stop')).profile));
		}
		return found;
	});
	const ran = await walk();
	return [
		{
			title,
			method: `A success in the Svelte host. Its response contains the page's data. Share of the script's time, ${rounds} rounds of ${SUBMISSIONS} submissions (V8's sampling profiler, not minified, warm); what the browser does for a function counts as the function's. Without the bench, the garbage collector, style, layout and paint.`,
			columns: ['share of the time, %', 'functions with a name', 'calls'],
			rows: STAGES.map(([stage, pattern]) => {
				const { functions, calls } = countOf(
					ran.filter(({ file }) => pattern.test(`/dist/${file}`))
				);
				const counts =
					stage === STAGES.at(-1)?.[0]
						? {}
						: { 'functions with a name': [functions], calls: [calls] };
				return {
					name: stage,
					cells: spreads({ 'share of the time, %': profiles.map((one) => one[stage]), ...counts })
				};
			})
		}
	];
};
