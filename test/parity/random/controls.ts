import fc, { type Arbitrary } from 'fast-check';
import type { ElementSpec, FileSpec } from './form-spec.ts';
import { text } from './texts.ts';

/** As an element is given it. */
export type Attribute = [name: string, value: string];

/** Attributes that may be there. Each is a name and what it may hold. */
export const attributes = (choices: Record<string, Arbitrary<string>>): Arbitrary<Attribute[]> =>
	fc
		.tuple(
			...Object.entries(choices).map(([name, value]) =>
				fc.option(value.map((value): Attribute => [name, value]))
			)
		)
		.map((all) => all.filter((attribute) => attribute !== null));

/** Something that is there in one of so many cases. */
export const seldom = <Value>(freq: number, value: Value): Arbitrary<Value[]> =>
	fc
		.option(fc.constant(value), { freq, nil: undefined })
		.map((one) => (one === undefined ? [] : [one]));

export const disabled = fc
	.integer({ min: 0, max: 9 })
	.map((number): Attribute[] => (number === 9 ? [['disabled', '']] : []));

/** A control's name, and sometimes what keeps it out. */
const common: Arbitrary<Attribute[]> = fc
	.tuple(
		fc.oneof(
			{ weight: 9, arbitrary: text.map((name): Attribute[] => [['name', name]]) },
			{ weight: 1, arbitrary: fc.constant<Attribute[]>([]) }
		),
		disabled
	)
	.map((parts) => parts.flat());

const element = (
	tag: string,
	own: Arbitrary<Attribute[]>,
	rest: Arbitrary<Omit<ElementSpec, 'tag' | 'attributes'>> = fc.constant({})
): Arbitrary<ElementSpec> =>
	fc
		.tuple(common, own, rest)
		.map(([first, second, rest]) => ({ tag, attributes: [...first, ...second], ...rest }));

const TEXT_TYPES = [
	'text',
	'hidden',
	'search',
	'tel',
	'url',
	'email',
	'password',
	'number',
	'range',
	'color',
	'date',
	'month',
	'week',
	'time',
	'datetime-local',
	'nonsense'
];

const textField = element(
	'input',
	attributes({
		type: fc.constantFrom(...TEXT_TYPES),
		value: text,
		dirname: fc.constantFrom('d', 'a.dir'),
		dir: fc.constantFrom('rtl', 'ltr', 'auto'),
		readonly: fc.constant('')
	}),
	fc.oneof(fc.record({ value: text }), fc.constant({}))
);

const tick = element(
	'input',
	fc
		.tuple(fc.constantFrom('checkbox', 'radio'), attributes({ value: text }))
		.map(([type, rest]) => [['type', type], ...rest]),
	fc.record({ checked: fc.boolean() })
);

const textArea = element(
	'textarea',
	attributes({ dirname: fc.constant('d'), wrap: fc.constant('hard'), cols: fc.constant('5') }),
	fc.oneof(fc.record({ value: text }), fc.record({ text }))
);

const file: Arbitrary<FileSpec> = fc.record({
	file: text,
	content: text,
	type: fc.constantFrom('', 'text/plain', 'image/png', 'Text/HTML;charset=x', 'nonsense')
});

const fileField = element(
	'input',
	fc.constant<Attribute[]>([
		['type', 'file'],
		['multiple', '']
	]),
	fc.record({ files: fc.array(file, { maxLength: 3 }) })
);

const choice: Arbitrary<ElementSpec> = fc
	.tuple(
		attributes({ value: text, label: text }),
		seldom(4, ['selected', ''] as Attribute),
		disabled,
		text
	)
	.map(([own, selected, disabled, text]) => ({
		tag: 'option',
		attributes: [...own, ...selected, ...disabled],
		text
	}));

const choiceGroup: Arbitrary<ElementSpec> = fc
	.tuple(disabled, fc.array(choice, { maxLength: 3 }))
	.map(([attributes, children]) => ({ tag: 'optgroup', attributes, children }));

const select = element(
	'select',
	attributes({ multiple: fc.constant(''), size: fc.constantFrom('0', '3') }),
	fc.record({ children: fc.array(fc.oneof(choice, choiceGroup), { maxLength: 4 }) })
);

export const ENCTYPES = [
	'application/x-www-form-urlencoded',
	'multipart/form-data',
	'text/plain',
	'Multipart/Form-Data',
	'TEXT/PLAIN',
	'application/json',
	''
];

export const ACTIONS = [
	'',
	'sink',
	'other?q=1',
	'?/named',
	'?a=ä&b=%zz',
	'sink#part',
	' sink ',
	'./a/../b',
	'//'
];

export const TARGETS = ['', '_self', '_SELF'];

/** Mostly posted, so that there is something to compare. */
const method = fc.oneof(
	{ weight: 8, arbitrary: fc.constantFrom('post', 'POST') },
	{ weight: 1, arbitrary: fc.constantFrom('get', 'dialog', '', 'put') }
);

const buttonAttributes = attributes({
	value: text,
	formaction: fc.constantFrom(...ACTIONS),
	formmethod: method,
	formenctype: fc.constantFrom(...ENCTYPES),
	formtarget: fc.constantFrom(...TARGETS),
	formnovalidate: fc.constant('')
});

const typed = (types: string[]): Arbitrary<Attribute[]> =>
	fc
		.tuple(fc.constantFrom(...types), buttonAttributes)
		.map(([type, rest]) => [['type', type], ...rest]);

const button = element(
	'button',
	typed(['submit', 'submit', 'reset', 'button', 'nonsense']),
	fc.record({ text })
);

const inputButton = element('input', typed(['submit', 'image', 'reset', 'button']));

const customField = element(
	'custom-field',
	fc.constant([]),
	fc.record({
		state: fc.oneof(
			text,
			fc.constant(null),
			file,
			fc.array(fc.tuple(text, fc.oneof(text, file)), { maxLength: 3 })
		)
	})
);

const silent: Arbitrary<ElementSpec> = fc
	.tuple(fc.constantFrom('output', 'meter', 'progress', 'object', 'img', 'label', 'a'), common)
	.map(([tag, attributes]) => ({ tag, attributes }));

/** Everything that may be in a form, and some things that are no controls. */
export const control = fc.oneof(
	{ weight: 6, arbitrary: textField },
	{ weight: 2, arbitrary: tick },
	{ weight: 2, arbitrary: textArea },
	{ weight: 2, arbitrary: fileField },
	{ weight: 2, arbitrary: select },
	{ weight: 3, arbitrary: button },
	{ weight: 1, arbitrary: inputButton },
	{ weight: 1, arbitrary: customField },
	{ weight: 1, arbitrary: silent }
);
