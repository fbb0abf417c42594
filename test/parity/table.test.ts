import { describe, expect, inject, it } from 'vitest';
import { caseFor, type Case, type Departure } from './case.ts';
import { sections } from './cases.ts';
import type { CaseMeta } from './meta.ts';
import { runCase } from './run-case.ts';
import { setStage } from './stage.ts';

const engine = inject('engine');
const stage = setStage(engine);

const departuresOf = ({ departures = [] }: Case): Departure[] =>
	departures.filter(({ engines }) => engines?.includes(engine) ?? true);

const all = sections.flatMap(({ title, rules }) =>
	rules.flatMap(({ rule, cases }) =>
		cases.map((oneCase) => [rule, oneCase.name, title, oneCase] as const)
	)
);

describe(engine, () => {
	it.for(all)('%s: %s', async ([rule, name, section, given], { task, skip }) => {
		const oneCase = caseFor(given, engine, stage().version);
		const departures = departuresOf(oneCase);
		const leftOut = oneCase.except?.[engine];
		const about: CaseMeta = {
			section,
			rule,
			name,
			departs: departures.map(({ why }) => why).join('; '),
			quirk: oneCase.quirks?.[engine],
			leftOut
		};
		Object.assign(task.meta, about, { version: stage().version });
		skip(!!leftOut, leftOut);
		const expected = departures.flatMap(({ differences }) => differences);
		expect((await runCase(stage(), oneCase)).join('\n')).toBe(expected.join('\n'));
	});
});
