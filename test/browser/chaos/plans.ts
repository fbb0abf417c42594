import fc, { type Arbitrary } from 'fast-check';
import { garbled, type Fault, type GarbledName } from '../fault-server/faults.ts';

/** The two forms of the page. */
export type FormName = 'main' | 'second';

/** Fields that a user types into, by their label. */
export const typedFields = { main: ['Text', 'Area', 'Password', 'Bound'], second: ['Comment'] };

/** A user's step. It is skipped if its element is not there. */
export type Step =
	| { do: 'type'; field: string }
	| { do: 'file' }
	| { do: 'submit'; form: FormName; by: 'click' | 'enter' }
	| { do: 'retry' }
	| { do: 'back' }
	| { do: 'forward' }
	| { do: 'home' }
	| { do: 'offline' }
	| { do: 'online' }
	/** Waits for submissions in flight. */
	| { do: 'wait' };

/** What goes wrong with the POSTs, in the order they arrive in, and what the user does meanwhile. */
export interface Plan {
	faults: Fault[];
	steps: Step[];
}

const handled = fc.boolean();

const answers = (Object.keys(garbled) as GarbledName[]).filter((name) => name !== 'wall');

const fault: Arbitrary<Fault> = fc.oneof(
	{
		weight: 3,
		arbitrary: fc.record({ kind: fc.constant('delay'), ms: fc.integer({ min: 1, max: 150 }) })
	},
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('silence'), handled }) },
	{ weight: 3, arbitrary: fc.record({ kind: fc.constant('close'), handled }) },
	{ weight: 3, arbitrary: fc.record({ kind: fc.constant('reset'), handled }) },
	{
		weight: 2,
		arbitrary: fc.record({
			kind: fc.constant('cut'),
			within: fc.constantFrom('headers', 'body')
		})
	},
	{
		weight: 4,
		arbitrary: fc.record({
			kind: fc.constant('garble'),
			handled,
			answer: fc.constantFrom(...answers)
		})
	}
) as Arbitrary<Fault>;

/** Browsers send again by themselves, so one fault alone is seldom seen by the user. */
const faults: Arbitrary<Fault[]> = fc
	.array(fc.tuple(fault, fc.constantFrom(1, 1, 8)), { maxLength: 3 })
	.map((runs) => runs.flatMap(([one, times]) => Array.from({ length: times }, () => one)));

const simple = (...names: Step['do'][]): Arbitrary<Step> =>
	fc.constantFrom(...names).map((name) => ({ do: name }) as Step);

const step: Arbitrary<Step> = fc.oneof(
	{
		weight: 6,
		arbitrary: fc
			.constantFrom(...typedFields.main, ...typedFields.second)
			.map((field): Step => ({ do: 'type', field }))
	},
	{ weight: 1, arbitrary: simple('file') },
	{
		weight: 5,
		arbitrary: fc.record({
			do: fc.constant('submit' as const),
			form: fc.constantFrom<FormName>('main', 'main', 'second'),
			by: fc.constantFrom('click' as const, 'enter' as const)
		})
	},
	{ weight: 2, arbitrary: simple('retry') },
	{ weight: 2, arbitrary: simple('back', 'forward', 'home') },
	{ weight: 1, arbitrary: simple('offline') },
	{ weight: 2, arbitrary: simple('online') },
	{ weight: 2, arbitrary: simple('wait') }
);

export const plans: Arbitrary<Plan> = fc.record({
	faults,
	steps: fc.array(step, { minLength: 1, maxLength: 9 })
});
