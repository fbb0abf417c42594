import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Engine, EngineName } from '../engines/engine.ts';
import { launch } from '../engines/launch.ts';
import type { Case } from './case.ts';
import { sections } from './cases.ts';
import { createDecoder } from './decode.ts';
import { options } from './options.ts';
import { startRecorder, type Recorder } from './recorder.ts';
import { runCase, type Stage } from './run-case.ts';
import { loadSubject } from './subjects.ts';

declare module 'vitest' {
	interface TaskMeta {
		/** What is different, line by line. */
		differences?: string[];
		/** Why, where it is meant, and what the engine does against the standard. */
		notes?: string[];
	}
}

const subject = await loadSubject();

const departuresOf = (
	{ departures = [] }: Case,
	engine: EngineName
): NonNullable<Case['departures']> =>
	departures.filter(({ engines }) => engines?.includes(engine) ?? true);

/** What must be different, and nothing else. A peer is given no allowance. */
const expectedOf = (oneCase: Case, engine: EngineName): string[] =>
	subject.name === 'softpost'
		? departuresOf(oneCase, engine).flatMap(({ differences }) => differences)
		: [];

const notesOf = (oneCase: Case, engine: EngineName): string[] => [
	...departuresOf(oneCase, engine).map(({ why }) => why),
	...[oneCase.quirks?.[engine] ?? []].flat()
];

const all = sections
	.flatMap(({ rules }) => rules)
	.flatMap(({ rule, cases }) => cases.map((oneCase) => [rule, oneCase.name, oneCase] as const))
	.filter(([rule, name]) => `${rule}: ${name}`.includes(options.only ?? ''));

describe.for([inject('engine')])('%s', (name) => {
	let engine: Engine;
	let recorder: Recorder;
	let stage: Stage;
	beforeAll(async () => {
		engine = await launch[name]();
		recorder = await startRecorder(subject);
		const driver = await engine.openTab();
		stage = { engine: name, driver, recorder, decode: await createDecoder() };
	});
	afterAll(async () => {
		await engine?.close();
		await recorder?.close();
	});

	it.for(all)('%s: %s', async ([, , oneCase], { task: { meta } }) => {
		const differences = await runCase(stage, oneCase);
		const notes = notesOf(oneCase, name);
		Object.assign(meta, { version: engine.version, differences, notes });
		expect(differences.join('\n')).toBe(expectedOf(oneCase, name).join('\n'));
	});
});
