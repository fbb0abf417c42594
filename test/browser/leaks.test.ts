import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage, serveFixture, type Site } from './harness.ts';
import { started } from './both-ways.ts';
import { run } from './reliability.ts';

const MIB = 1024 * 1024;

let site: Site;
beforeAll(async () => {
	site = await serveFixture('reliability');
});
afterAll(() => site.close());

/** The remaining objects after garbage collection. */
interface Held {
	heap: number;
	listeners: number;
	nodes: number;
	promises: number;
	timers: number;
}

/** Counts timers that have neither fired nor been cleared. */
const COUNT_TIMERS = `{
	const { setTimeout: set, clearTimeout: clear } = globalThis;
	const active = (globalThis.activeTimers = new Set());
	globalThis.setTimeout = (callback, delay, ...rest) => {
		const id = set((...given) => (active.delete(id), callback(...given)), delay, ...rest);
		active.add(id);
		return id;
	};
	globalThis.clearTimeout = (id) => (active.delete(id), clear(id));
}`;

const openAt = async (path: string): Promise<[Page, CDPSession]> => {
	const page = await openPage({ covered: false });
	await page.addInitScript(COUNT_TIMERS);
	await page.goto(site.url + path);
	await started(page);
	return [page, await page.context().newCDPSession(page)];
};

const countPromises = async (session: CDPSession): Promise<number> => {
	const group = { objectGroup: 'promises' };
	const { result } = await session.send('Runtime.evaluate', {
		expression: 'Promise.prototype',
		...group
	});
	const { objects } = await session.send('Runtime.queryObjects', {
		prototypeObjectId: result.objectId!,
		...group
	});
	const { result: count } = await session.send('Runtime.callFunctionOn', {
		objectId: objects.objectId!,
		functionDeclaration: 'function () { return this.length; }',
		returnByValue: true
	});
	await session.send('Runtime.releaseObjectGroup', group);
	return count.value;
};

const measure = async (page: Page, session: CDPSession): Promise<Held> => {
	await session.send('Performance.enable');
	// Objects that are made while a collection is in progress outlive it.
	for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
	const promises = await countPromises(session);
	for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	const { metrics } = await session.send('Performance.getMetrics');
	const metric = (name: string): number => metrics.find((entry) => entry.name === name)!.value;
	return {
		heap: usedSize,
		listeners: metric('JSEventListeners'),
		nodes: metric('Nodes'),
		promises,
		timers: await run(page, 'activeTimers.size')
	};
};

/** What is held more after some code has run, with another run of it before, which fills caches. */
const growth = async (
	path: string,
	setUp: string,
	code: (times: number) => string,
	times: number
): Promise<Held> => {
	const [page, session] = await openAt(path);
	await run(page, setUp);
	await run(page, code(200));
	const before = await measure(page, session);
	await run(page, code(times));
	const after = await measure(page, session);
	return Object.fromEntries(
		Object.entries(after).map(([name, value]) => [name, value - before[name as keyof Held]])
	) as unknown as Held;
};

const expectNothing = ({ heap, ...rest }: Held): void => {
	expect(heap, JSON.stringify(rest)).toBeLessThan(MIB);
	expect(rest.timers).toBe(0);
	expect(rest.listeners).toBeLessThanOrEqual(2);
	expect(rest.nodes).toBeLessThanOrEqual(20);
	expect(rest.promises).toBeLessThanOrEqual(10);
};

/** A form whose submissions are answered in the page, so that thousands take seconds. */
const FORM = `{
	document.querySelector('main').insertAdjacentHTML('beforeend', '<form method="POST" id="many"><input name="a"><button>Send</button></form>');
	globalThis.many = document.getElementById('many');
	globalThis.forms = kit.createForms({
		fetch: async () => new Response('{"type":"success","status":200,"data":"[{\\\\"a\\\\":1},1]","location":"/"}')
	});
	globalThis.state = forms.submission('many');
	const { port1, port2 } = new MessageChannel();
	// Timers that follow on timers are held back by 4 ms, which a message is not.
	globalThis.task = () => new Promise((resolve) => {
		port1.onmessage = resolve;
		port2.postMessage(null);
	});
}`;

// Thousands of submissions take a busy machine minutes.
describe('nothing is left', { timeout: 240_000 }, () => {
	it('of 10,000 submissions of one form', async () => {
		const setUp = `${FORM}; forms.enhance(many, { invalidateAll: false, timeout: 60_000 });`;
		const code = (times: number) => `(async () => {
			for (let count = 0; count < ${times}; count++) {
				many.elements.a.value = count;
				many.requestSubmit();
				await task();
				while (state.pending > 20) await task();
			}
			while (state.pending) await task();
			if (state.error || !state.result) throw new Error(JSON.stringify(state));
		})()`;
		expectNothing(await growth('/', setUp, code, 10_000));
	});

	it('of 1,000 forms that were enhanced and given back', async () => {
		const code = (times: number) => `(async () => {
			for (let count = 0; count < ${times}; count++) {
				const { destroy } = forms.enhance(many, { invalidateAll: false });
				many.requestSubmit();
				await task();
				destroy();
			}
			while (state.pending) await task();
		})()`;
		expectNothing(await growth('/', FORM, code, 1000));
	});

	it('of 1,000 forms that Svelte mounted and unmounted', async () => {
		const code = (times: number) =>
			`for (let count = 0; count < ${times}; count++) { toggle(); toggle(); }`;
		expectNothing(await growth('/toggle', 'void 0', code, 1000));
	});
});
