import type { Driver } from '../engines/engine.ts';
import type { Row, Step } from './row.ts';
import type { Run } from './site.ts';
import { NAMED, ways } from './ways.ts';

/** What a user has in front of them, and what the browser would say of it. */
export interface Outcome {
	text: string;
	title: string;
	/** Path, query and fragment. */
	address: string;
	/** Entries since the page was opened. */
	entries: number;
	fields: Record<string, unknown>;
	cookies: string;
	target: string | null;
	scrolled: boolean;
	/** The id or name of the focused element; the browser focuses nothing in most new pages. */
	focus: string | null;
	page: string | null;
	language: string;
	mode: string;
	/** What scripts of the page have noted, of this document. */
	log: string[];
}

/** Reads the outcome, in the page. */
const READ = `(() => {
	const controls = [...document.querySelectorAll('input, select, textarea')];
	const value = (control) =>
		control.type === 'file' ? [...control.files].map(({ name }) => name)
		: /^(checkbox|radio)$/.test(control.type) ? [control.value, control.checked]
		: control.localName === 'select' ? [...control.selectedOptions].map(({ value }) => value)
		: control.value;
	const shadows = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ? [shadowRoot.textContent] : []);
	return {
		text: [document.documentElement.innerText, ...shadows].join(' ').replace(/\\s+/g, ' ').trim(),
		title: document.title,
		address: location.pathname + location.search + location.hash,
		protocol: location.protocol,
		entries: history.length,
		fields: Object.fromEntries(controls.map((control, index) => [index + ' ' + control.name, value(control)])),
		cookies: document.cookie.split('; ').sort().join('; '),
		target: document.querySelector(':target')?.id ?? null,
		scrolled: scrollY > 20,
		focus: document.activeElement?.id || document.activeElement?.getAttribute('name') || document.activeElement?.localName || null,
		page: ${NAMED} ?? null,
		language: document.documentElement.lang + document.documentElement.dir,
		mode: document.compatMode,
		log: window.logs ?? []
	};
})()`;

/** Pages note what runs in them; what an earlier document of the window has noted is not theirs. */
export const LOG =
	'<script>window.logs = []; window.log = function (line) { window.logs.push(line) };</script>';

/** An expression in which `document` is what its prototype says: a page may name a form like a part of it. */
const clean = (expression: string): string =>
	`((document) => (${expression}))(new Proxy(document, { get(page, key) {
		const value = Reflect.get(Document.prototype, key, page) ?? page[key];
		return typeof value === 'function' ? value.bind(page) : value;
	} }))`;

/** How long a page may take, in ms. */
const PATIENCE = 8000;

export const settle = async (driver: Driver, expression: string, what: string): Promise<void> => {
	const end = Date.now() + PATIENCE;
	for (;;) {
		const isTrue = await driver.evaluate<boolean>(clean(`!!(${expression})`)).catch(() => false);
		if (isTrue) return;
		if (Date.now() > end) throw new Error(`never: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
};

const choose = (selector: string, file: string): string => `(() => {
	const input = document.querySelector(${JSON.stringify(selector)});
	const files = new DataTransfer();
	files.items.add(new File(['content of ' + ${JSON.stringify(file)}], ${JSON.stringify(file)}, { type: 'text/plain' }));
	input.files = files.files;
	for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
})()`;

const take = async (driver: Driver, step: Step, run: Run): Promise<void> => {
	if ('click' in step) return driver.click(step.click);
	if ('type' in step) return driver.type(step.type, step.text);
	if ('press' in step) return driver.press(step.press);
	if ('choose' in step) return driver.evaluate(clean(choose(step.choose, step.file)));
	if ('run' in step) return driver.evaluate(clean(`void (${step.run})`));
	if ('go' in step) return driver[step.go]();
	if ('release' in step) {
		const wait = (time: number): Promise<void> =>
			new Promise((resolve) => setTimeout(resolve, time));
		while (!run.isHolding) await wait(10);
		await wait(step.release);
		return run.release();
	}
	if ('until' in step) return settle(driver, step.until, step.until);
	await settle(
		driver,
		`${NAMED} === ${JSON.stringify(step.page)} && document.readyState === 'complete' && !document.querySelector('[aria-busy]')`,
		`the page ${step.page}`
	);
};

/** Plays a row in one of the two ways. */
export const play = async (
	driver: Driver,
	url: string,
	run: Run,
	{ steps = [{ click: '#go' }, { page: 'answer' }] }: Row
): Promise<{ outcome: Outcome; requests: string[]; loads: number }> => {
	await driver.open(url);
	await take(driver, { page: 'form' }, run);
	await settle(driver, ways[run.way].ready, run.way);
	const before = await driver.evaluate<Outcome>(clean(READ));
	await driver.evaluate('window.marker = true');
	for (const step of steps) await take(driver, step, run);
	// Timers and the load event come after the page is complete.
	await driver.evaluate('new Promise((resolve) => setTimeout(resolve, 60))');
	const outcome = await driver.evaluate<Outcome>(clean(READ));
	const isSameWindow = await driver.evaluate<boolean>('!!window.marker');
	return {
		outcome: { ...outcome, entries: outcome.entries - before.entries },
		requests: run.requests,
		loads: isSameWindow ? 0 : 1
	};
};
