import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { schedulesOf, type Kind, type Plan, type Schedule } from './schedules/model.ts';
import { brokenRules } from './schedules/rules.ts';
import { fakeClearTimeout, fakeSetTimeout, play, timers } from './schedules/stage.ts';

const KINDS: Kind[] = ['success', 'failure', 'redirect', 'error', 'network'];
const ANYTHING = ['abort', 'timeout', 'leave'] as const;
/** Errors that code of ours or of the app threw: none is expected. */
const reported: unknown[] = [];
/** How many schedules are played at a time. */
const BATCH = 500;

/** The answers to `length` submissions, all ways. */
const all = (length: number): Kind[][] =>
	length ? all(length - 1).flatMap((row) => KINDS.map((kind) => [...row, kind])) : [[]];

/** An eighth of them, with each answer in each place. */
const eighth = (length: number): Kind[][] => all(length).filter((_, index) => index % 8 === 0);

/** Five of them, with each answer in each place. */
const five = (length: number): Kind[][] =>
	KINDS.map((_, first) => Array.from({ length }, (_, at) => KINDS[(first + at * 2) % 5]!));

const plansOf = (policy: Plan['policy']): Plan[] => {
	const plans = (
		answers: (length: number) => Kind[][],
		rest: Pick<Plan, 'lands' | 'special'>,
		...forms: number[][]
	): Plan[] =>
		forms.flatMap((forms) =>
			answers(forms.length).map((kinds) => ({ policy, forms, kinds, ...rest }))
		);
	return [
		...plans(all, { lands: true, special: ANYTHING }, [0], [0, 0], [0, 1]),
		...plans(all, { lands: false, special: [] }, [0, 0, 0], [0, 0, 1], [0, 1, 0], [0, 1, 1]),
		...plans(eighth, { lands: true, special: [] }, [0, 0, 0]),
		...plans(eighth, { lands: false, special: ANYTHING }, [0, 0, 0]),
		...plans(five, { lands: false, special: ANYTHING }, [0, 0, 0, 0]),
		...plans(five, { lands: false, special: ['leave'] }, [0, 0, 1, 1], [0, 1, 0, 1])
	];
};

/** The first schedule that breaks a rule, with these. */
const firstBroken = async (schedules: Schedule[]): Promise<unknown> => {
	for (let start = 0; start < schedules.length; start += BATCH) {
		const batch = schedules.slice(start, start + BATCH);
		const played = await Promise.all(batch.map(play));
		for (const [index, { plan, events }] of batch.entries()) {
			const rules = brokenRules(batch[index]!, played[index]!);
			if (rules.length) return { ...plan, events, rules };
		}
	}
};

// A form of a schedule says itself what has happened to it.
vi.mock('../../../src/form/sent/submitted-form.ts', () => ({
	submittedForm: ({ form }: { form: object }) => form
}));

beforeAll(() => {
	vi.stubGlobal('setTimeout', fakeSetTimeout);
	vi.stubGlobal('clearTimeout', fakeClearTimeout);
	// As much of a document as moving the focus looks at.
	vi.stubGlobal('document', { activeElement: { matches: () => true } });
	// As much of a window as listening for violations of a policy needs.
	vi.stubGlobal('window', { addEventListener() {}, removeEventListener() {} });
	vi.stubGlobal('reportError', (error: unknown) => void reported.push(error));
	vi.spyOn(console, 'error').mockImplementation(() => {});
});

beforeEach(() => {
	timers.clear();
	reported.length = 0;
});

afterAll(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

describe('every order of events', () => {
	for (const policy of ['parallel', 'drop', 'replace', 'queue'] as const) {
		const schedules = plansOf(policy).flatMap((plan) => [...schedulesOf(plan)]);
		it(`${policy}: matches the model, in ${schedules.length} schedules`, async () => {
			expect(await firstBroken(schedules)).toBeUndefined();
			expect(reported).toEqual([]);
			expect(timers.size).toBe(0);
		}, 300_000);
	}
});
