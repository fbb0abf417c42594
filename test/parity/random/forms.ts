import fc, { type Arbitrary } from 'fast-check';
import {
	ACTIONS,
	attributes,
	control,
	disabled,
	ENCTYPES,
	seldom,
	TARGETS,
	type Attribute
} from './controls.ts';
import type { EditSpec, ElementSpec, FormSpec } from './form-spec.ts';
import { text } from './texts.ts';

const GROUPS = [
	'fieldset',
	'fieldset',
	'legend',
	'div',
	'details',
	'template',
	'datalist',
	'label'
];

const group: Arbitrary<ElementSpec> = fc
	.tuple(fc.constantFrom(...GROUPS), disabled, fc.array(control, { maxLength: 3 }))
	.map(([tag, attributes, children]) => ({ tag, attributes, children }));

const nodes = fc.array(
	fc.oneof({ weight: 6, arbitrary: control }, { weight: 1, arbitrary: group }),
	{ maxLength: 7 }
);

const owned = ({ attributes, ...rest }: ElementSpec): ElementSpec => ({
	...rest,
	attributes: [...attributes, ['form', 'f']]
});

const nth = fc.nat({ max: 9 });

const onFormData = fc.oneof(
	fc.record({ kind: fc.constantFrom('append' as const, 'set' as const), name: text, value: text }),
	fc.record({ kind: fc.constant('delete' as const), nth })
);

const onAny = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({ kind: fc.constant('fill' as const), nth, value: text })
	},
	{
		weight: 4,
		arbitrary: fc.record({
			kind: fc.constantFrom('disable' as const, 'remove' as const),
			nth
		})
	},
	{
		weight: 1,
		arbitrary: fc.record({ kind: fc.constantFrom('prevent' as const, 'stop' as const) })
	}
);

/** Engines differ in whether a `formdata` listener is too late for these: see `cases/lifecycle.ts`. */
const onSubmit = fc.oneof(
	{ weight: 3, arbitrary: onAny },
	{
		weight: 2,
		arbitrary: fc
			.tuple(fc.constant('enctype'), fc.constantFrom(...ENCTYPES))
			.map(([name, value]) => ({ kind: 'attribute' as const, name, value }))
	},
	{
		weight: 2,
		arbitrary: fc
			.tuple(fc.constant('action'), fc.constantFrom(...ACTIONS))
			.map(([name, value]) => ({ kind: 'attribute' as const, name, value }))
	}
);

const place = {
	target: fc.constantFrom('form' as const, 'document' as const, 'window' as const),
	late: fc.boolean()
};

const edit: Arbitrary<EditSpec> = fc.oneof(
	fc.record({
		event: fc.constant('formdata' as const),
		...place,
		does: fc.oneof(onFormData, onAny)
	}),
	fc.record({ event: fc.constant('submit' as const), ...place, does: onSubmit })
);

const formAttributes = fc
	.tuple(
		fc.oneof(
			{ weight: 9, arbitrary: fc.constantFrom('post', 'POST') },
			{ weight: 1, arbitrary: fc.constant('get') }
		),
		seldom(5, ['novalidate', ''] as Attribute),
		attributes({
			action: fc.constantFrom(...ACTIONS),
			enctype: fc.constantFrom(...ENCTYPES),
			target: fc.constantFrom(...TARGETS),
			'accept-charset': fc.constantFrom(
				'utf-8',
				'UTF-8',
				'utf-8',
				'',
				'',
				'windows-1252',
				'utf-16',
				'nope'
			),
			name: text
		})
	)
	.map(([method, novalidate, rest]): Attribute[] => [
		['id', 'f'],
		['method', method],
		...(novalidate.length ? [] : ([['novalidate', '']] as Attribute[])),
		...rest
	]);

/**
 * What a `formdata` listener adds is known only when it has run, too late to leave a form in another
 * encoding to the browser without running it again: see `cases/lifecycle.ts`.
 */
const withoutLateText = (form: FormSpec): FormSpec =>
	form.attributes.some(([name, value]) => name === 'accept-charset' && !/^(utf-8)?$/i.test(value))
		? { ...form, edits: form.edits.filter(({ event }) => event !== 'formdata') }
		: form;

/** Whole forms, with controls of all kinds, odd names and values, and listeners that interfere. */
export const randomForms: Arbitrary<FormSpec> = fc
	.record({
		attributes: formAttributes,
		inside: nodes,
		outside: fc.array(control.map(owned), { maxLength: 2 }),
		edits: fc.array(edit, { maxLength: 3 }),
		submitter: fc.option(fc.nat({ max: 3 }), { freq: 4 }),
		by: fc.constantFrom('click' as const, 'requestSubmit' as const)
	})
	.map(withoutLateText);
