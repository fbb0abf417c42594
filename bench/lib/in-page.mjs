/** What runs in a candidate's page: the same for each, and nothing of it knows which candidate it is. */

/**
 * A form is enhanced once a submit event on it is prevented. Such events are tried whenever a listener for them is
 * added anywhere, and every few milliseconds.
 */
const probe = () => {
	const add = EventTarget.prototype.addEventListener;
	const tryIt = () => {
		const form = document.querySelector('#register');
		const event = new SubmitEvent('submit', { bubbles: true, cancelable: true });
		if (!timer || !form || form.dispatchEvent(event)) return;
		clearInterval(timer);
		timer = 0;
		EventTarget.prototype.addEventListener = add;
		console.log(`enhanced ${performance.now()}`);
	};
	let timer = setInterval(tryIt, 5);
	EventTarget.prototype.addEventListener = function (type, ...rest) {
		add.call(this, type, ...rest);
		if (type === 'submit') queueMicrotask(tryIt);
	};
};

/**
 * Opens a page and waits until its form is enhanced. The probe is itself a submission, of an empty form.
 *
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<unknown>} open
 * @returns {Promise<number>} milliseconds since the navigation began
 */
export const untilEnhanced = async (page, open) => {
	await page.addInitScript(probe);
	const message = page.waitForEvent('console', (one) => one.text().startsWith('enhanced '));
	await open();
	return Number((await message).text().split(' ')[1]);
};

/** @typedef {{ count: number, fill: boolean, rest?: boolean, own?: boolean }} Turns */

/**
 * Submits the form several times, one after the other, and waits each time until the page shows the outcome: five errors of
 * this turn, or fresh data with it. `own`: nothing is sent or shown, which leaves the bench's own part.
 *
 * @param {Turns} turns `fill`: whether the action succeeds; `rest`: whether to wait for two frames in between
 * @returns {Promise<{ shown: number, request: number }[]>} milliseconds from the submit event until the outcome shows, and of
 *   them in requests
 */
const submitInPage = async ({ count, fill, rest, own }) => {
	const frame = () => new Promise((done) => requestAnimationFrame(done));
	/** @param {string} turn */
	const isShown = (turn) => {
		if (fill) return document.querySelector('#latest li')?.textContent?.endsWith(`(${turn})`);
		const errors = [...document.querySelectorAll('#register .error')];
		return (
			errors.length === 5 && errors.every(({ textContent }) => textContent?.endsWith(`(${turn})`))
		);
	};
	/** @param {SubmitEvent} event */
	const stop = (event) => {
		event.preventDefault();
		event.stopImmediatePropagation();
	};
	/** @param {string} turn */
	const submit = (turn) => {
		const form = /** @type {HTMLFormElement} */ (document.querySelector('#register'));
		const inputs = /** @type {Iterable<HTMLInputElement>} */ (form.querySelectorAll('input'));
		for (const input of inputs) input.value = input.name === 'turn' ? turn : fill ? 'x' : '';
		let start = 0;
		addEventListener('submit', () => (start = performance.now()), { capture: true, once: true });
		if (own) addEventListener('submit', stop, { capture: true, once: true });
		/** @type {Promise<number>} */
		const shown = new Promise((done) => {
			const observer = new MutationObserver(() => {
				if (!isShown(turn)) return;
				observer.disconnect();
				done(performance.now() - start);
			});
			observer.observe(document, { childList: true, subtree: true, characterData: true });
			if (own) setTimeout(() => (isShown(turn), observer.disconnect(), done(0)));
		});
		form.requestSubmit(form.querySelector('button'));
		return shown;
	};

	const found = [];
	for (let index = 0; index < count; index++) {
		globalThis.benchTurn = (globalThis.benchTurn ?? 0) + 1;
		performance.clearResourceTimings();
		const shown = await submit(String(globalThis.benchTurn));
		if (rest) await frame().then(frame);
		else await new Promise((done) => setTimeout(done));
		const requests = rest ? performance.getEntriesByType('resource') : [];
		const request = requests.reduce((sum, { duration }) => sum + duration, 0);
		if (rest || found.length === 0) found.push({ shown, request });
	}
	return found;
};

/** @param {import('playwright-core').Page} page @param {Turns} turns */
export const submit = (page, turns) => page.evaluate(submitInPage, turns);

/** The heap that is in use once the page rests. @param {import('playwright-core').CDPSession} session */
export const heapOf = async (session) => {
	for (let index = 0; index < 3; index++) await session.send('HeapProfiler.collectGarbage');
	return (await session.send('Runtime.getHeapUsage')).usedSize;
};

/** One of the browser's own counts. @param {import('playwright-core').CDPSession} session @param {string} name */
export const metricOf = async (session, name) => {
	const { metrics } = await session.send('Performance.getMetrics');
	return metrics.find((metric) => metric.name === name)?.value ?? 0;
};
