import { describe, expect, inject, it } from 'vitest';
import type { EngineName } from '../engines/engine.ts';
import type { Case } from './case.ts';
import { sections } from './cases.ts';
import { options } from './options.ts';
import { runCase } from './run-case.ts';
import { setStage } from './stage.ts';
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

const engine = inject('engine');
const stage = setStage(engine);

describe(engine, () => {
	it.for(all)('%s: %s', async ([, , oneCase], { task: { meta }, skip }) => {
		const reason = oneCase.except?.[engine];
		Object.assign(meta, { notes: [`not run: ${reason}`] });
		skip(!!reason, reason);
		const differences = await runCase(stage(), oneCase);
		const notes = notesOf(oneCase, engine);
		Object.assign(meta, { version: stage().version, differences, notes });
		expect(differences.join('\n')).toBe(expectedOf(oneCase, engine).join('\n'));
	});
});
