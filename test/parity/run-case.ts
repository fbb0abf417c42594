import { setTimeout as sleep } from 'node:timers/promises';
import type { Driver, EngineName } from '../engines/engine.ts';
import type { Case } from './case.ts';
import { differencesOf, observe, type Ending, type Observation } from './compare.ts';
import type { Run } from './recorder.ts';
import type { Stage } from './stage.ts';

/** How long to wait, in milliseconds. */
interface Patience {
	/** For the requests that are to come. */
	expected: number;
	/** For one that is not to come. */
	further: number;
}

const SHORT: Patience = { expected: 2000, further: 80 };
/** For a second look at a difference, which a busy machine may have made. */
const LONG: Patience = { expected: 12_000, further: 500 };

/** Waits until the expected requests have arrived, and no others follow. */
const settle = async (
	{ received }: Run,
	count: number,
	{ expected, further }: Patience
): Promise<void> => {
	const end = Date.now() + expected;
	while (received.length < count && Date.now() < end) await sleep(5);
	// Where nothing is to come, nothing tells that the form was submitted at all.
	await sleep(count ? further : 2 * further);
	for (let seen = count; seen < received.length; await sleep(further)) seen = received.length;
};

/** How many requests the browser itself is to make. */
const sentBy = ({ sent = 1 }: Case, engine: EngineName): number =>
	typeof sent === 'number' ? sent : (sent[engine] ?? 1);

/** The page's report, or `null` in a document that does not belong to the case. */
const endingExpression = (run: Run, observed = 'null'): string => `
	typeof parity === 'undefined' || !location.href.startsWith(${JSON.stringify(run.places.origin)}) ? null
		: { errors: parity.errors, observed: (() => {
			// A peer may have shown something else in this document.
			try { return JSON.stringify(${observed}) } catch (error) { return String(error) }
		})() }`;

const endingOf = async (driver: Driver, oneCase: Case, run: Run): Promise<Ending> => {
	const ask = (): Promise<Pick<Ending, 'errors' | 'observed'> | null> =>
		driver.evaluate(endingExpression(run, oneCase.observe));
	// An answer that comes just now takes the document away while it is asked.
	const page = await ask().catch(() => sleep(300).then(ask));
	const url = oneCase.landing ? await driver.evaluate<string>('location.href') : undefined;
	return {
		stayed: !!page,
		errors: page?.errors ?? [],
		...(page && oneCase.observe !== undefined && { observed: page.observed }),
		...(url !== undefined && { url })
	};
};

const submitAsUser = async (
	driver: Driver,
	submit: (user: Driver) => Promise<void>
): Promise<void> => {
	while (!(await driver.evaluate('parity.done'))) await sleep(10);
	await submit(driver);
};

/** Opens the document, submits its form, and waits until all is over. */
const play = async (
	{ driver, engine }: Stage,
	oneCase: Case,
	run: Run,
	patience: Patience
): Promise<Ending> => {
	await driver.open(run.url);
	if (typeof oneCase.submit === 'function') await submitAsUser(driver, oneCase.submit);
	await settle(run, sentBy(oneCase, engine), patience);
	const ending = await endingOf(driver, oneCase, run);
	// Only a user's own click opens windows.
	if (typeof oneCase.submit === 'function') await driver.closeOthers();
	return ending;
};

/** A browser that does not answer is an error of this case and not of those after it. */
const withinTime = async <Value>(promise: Promise<Value>): Promise<Value> => {
	const late = sleep(30_000, undefined, { ref: false }).then(() => {
		throw new Error('The browser did not answer');
	});
	return Promise.race([promise, late]);
};

const perform = async (
	stage: Stage,
	oneCase: Case,
	enhanced: boolean,
	patience: Patience
): ReturnType<typeof observe> => {
	const run = stage.recorder.begin(oneCase, enhanced);
	try {
		const ending = await withinTime(play(stage, oneCase, run, patience));
		return await observe(run, ending, stage.decode);
	} catch (error) {
		await stage.renew();
		throw error;
	}
};

/** Mistakes in the case itself, which would then prove nothing. */
const flawsOf = (own: Observation, oneCase: Case, engine: EngineName): string[] => {
	const sent = `${sentBy(oneCase, engine)}`;
	const flaws = own.has('errors') ? [`errors of the browser's own run: ${own.get('errors')}`] : [];
	return own.get('requests') === sent
		? flaws
		: [...flaws, `requests of the browser itself: ${own.get('requests')}, the case says ${sent}`];
};

const runOnce = async (stage: Stage, oneCase: Case, patience: Patience): Promise<string[]> => {
	const own = await perform(stage, oneCase, false, patience);
	const enhanced = await perform(stage, oneCase, true, patience);
	return [...flawsOf(own, oneCase, stage.engine), ...differencesOf(own, enhanced)];
};

/**
 * Submits the form of a case as the browser does by itself, and enhanced.
 *
 * @returns the differences, and what is wrong with the case; none where all is as it should be
 */
export const runCase = async (stage: Stage, oneCase: Case): Promise<string[]> => {
	const differences = await runOnce(stage, oneCase, SHORT).catch(() => null);
	return differences?.length === 0 ? differences : runOnce(stage, oneCase, LONG);
};
