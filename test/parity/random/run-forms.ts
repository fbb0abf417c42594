import { setTimeout as sleep } from 'node:timers/promises';
import type { Case } from '../case.ts';
import { differencesOf, observe, type Ending } from '../compare.ts';
import type { Run } from '../recorder.ts';
import type { Stage } from '../stage.ts';
import type { FormSpec } from './form-spec.ts';

const HOST: Case = { name: 'The document around the frames', body: '', submit: '' };

const caseOf = (spec: FormSpec): Case => ({
	name: 'A random form',
	head: '<script src="/build-form.js"></script>',
	body: '',
	// Lone surrogates come out of JSON as escapes; `<` must not end the script.
	before: `const spec = ${JSON.stringify(spec).replaceAll('<', '\\u003c')}; randomForm.build(spec)`,
	after: 'randomForm.late(spec)',
	submit: 'randomForm.submit(spec)'
});

/** Loads each document in a frame, and resolves when all forms were submitted. */
const framesExpression = (urls: string[]): string => `
	new Promise((resolve) => {
		const frames = ${JSON.stringify(urls)}.map((src) => Object.assign(document.createElement('iframe'), { src }));
		document.body.replaceChildren(...frames);
		// Chromium shows a blank page for an action that is no URL; others cannot be looked into.
		const isOver = ({ contentDocument, contentWindow }) =>
			!contentDocument ||
			contentDocument.title === 'Answer' ||
			contentDocument.URL.endsWith('#blocked') ||
			contentWindow.parity?.done;
		const end = Date.now() + 20_000;
		const look = () =>
			Date.now() > end || frames.every(isOver) ? resolve(null) : setTimeout(look, 10);
		look();
	})`;

const ENDINGS = `[...document.querySelectorAll('iframe')].map(({ contentDocument, contentWindow }) => {
	const { parity } = contentDocument ? contentWindow : {};
	return { stayed: !!parity, errors: parity?.errors ?? [] };
})`;

/** Waits until nothing comes any more. */
const settle = async (runs: Run[], patience: number): Promise<void> => {
	const count = (): number => runs.reduce((sum, { received }) => sum + received.length, 0);
	for (let seen = -1; seen < count(); await sleep(patience)) seen = count();
};

const runForms = async (
	{ driver, recorder, decode }: Stage,
	specs: FormSpec[],
	patience: number
): Promise<string[][]> => {
	const cases = specs.map(caseOf);
	const runs = [false, true].map((enhanced) =>
		cases.map((oneCase) => recorder.begin(oneCase, enhanced))
	);
	await driver.evaluate(framesExpression(runs.flat().map(({ url }) => url)));
	await settle(runs.flat(), patience);
	const endings = await driver.evaluate<Ending[]>(ENDINGS);
	const observations = await Promise.all(
		runs.flat().map((run, index) => observe(run, endings[index], decode))
	);
	return specs.map((_, index) =>
		differencesOf(observations[index], observations[specs.length + index])
	);
};

/** Submits random forms, in the one document that `openHost` has opened. */
export interface RandomRunner {
	/** @returns the differences of each form */
	runAll(specs: FormSpec[]): Promise<string[][]>;
	/** Submits one form, with more patience. */
	runOne(spec: FormSpec): Promise<string[]>;
}

/** Opens the document that the frames with the random forms are in. */
export const openHost = async (stage: Stage): Promise<RandomRunner> => {
	await stage.driver.open(stage.recorder.begin(HOST, false).url);
	return {
		runAll: (specs) => runForms(stage, specs, 120),
		runOne: async (spec) => (await runForms(stage, [spec], 400))[0]
	};
};
