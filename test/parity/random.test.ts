import fc from 'fast-check';
import { expect, inject, it } from 'vitest';
import { setStage } from './stage.ts';
import { options } from './options.ts';
import { randomForms } from './random/forms.ts';
import { openHost, type RandomRunner } from './random/run-forms.ts';
import type { FormSpec } from './random/form-spec.ts';

const name = inject('engine');
const count = options.forms[name] ?? 0;
const { seed } = options;
const BATCH = 25;

const stage = setStage(name);

/** The smallest form that fails as one did. */
const shrink = async ({ runOne }: RandomRunner, index: number): Promise<string> => {
	let differences: string[] = [];
	const property = fc.asyncProperty(randomForms, async (spec) => {
		const found = await runOne(spec);
		if (found.length) differences = found;
		return !found.length;
	});
	const { counterexample } = await fc.check(property, {
		seed,
		path: `${index}`,
		numRuns: 1,
		interruptAfterTimeLimit: 60_000
	});
	return [...differences, JSON.stringify(counterexample?.[0], null, 1)].join('\n');
};

const report = (index: number, text: string): string =>
	`Random form ${index} of seed ${seed} (npm run parity -- --engine ${name} --seed ${seed}):\n${text}`;

/** Which forms of a batch are different, on a second look too. */
const failing = async (runner: RandomRunner, specs: FormSpec[]): Promise<number[]> => {
	const suspects = (await runner.runAll(specs)).flatMap((found, index) =>
		found.length ? [index] : []
	);
	const certain: number[] = [];
	for (const index of suspects) {
		if ((await runner.runOne(specs[index])).length) certain.push(index);
	}
	return certain;
};

/** @returns what is wrong with the first form that is sent otherwise, or nothing */
const search = async (runner: RandomRunner): Promise<string> => {
	const specs = fc.sample(randomForms, { seed, numRuns: count });
	for (let start = 0; start < count; start += BATCH) {
		const [first] = await failing(runner, specs.slice(start, start + BATCH));
		if (first !== undefined) return report(start + first, await shrink(runner, start + first));
	}
	return '';
};

it.skipIf(!count)(
	`${count} random forms of seed ${seed} are sent as the browser sends them`,
	{ timeout: 30 * 60_000 },
	async ({ task: { meta } }) => {
		meta.version = stage().version;
		expect(await search(await openHost(stage()))).toBe('');
	}
);
