import { listen } from '../dom/listen.ts';
import { native } from '../dom/native.ts';

/**
 * What Svelte keeps on an element under a symbol of its own. It tells nobody else what a template
 * last wrote, and without that a reset could not know the server's value. Older versions of
 * Svelte 5 used a plain name for the same.
 */
const secretOf = (element: Element, description: string, name: string): unknown => {
	const symbols = Object.getOwnPropertySymbols(element);
	// The last, because happy-dom has symbols of the same names, from before Svelte came.
	const key = symbols.findLast((symbol) => symbol.description === description) ?? name;
	return (element as unknown as Record<PropertyKey, unknown>)[key];
};

const isBound = (element: Element): boolean => !!secretOf(element, 'form reset', '__on_r');

/** An option's value is whatever the template gave, not only text. */
const valueOf = (option: HTMLOptionElement): unknown =>
	(option as { __value?: unknown }).__value ?? option.value;

const setSelectDefaults = (select: HTMLSelectElement): void => {
	// A bound select keeps what the user chose under the same name, and resets by itself.
	if (!('__value' in select) || isBound(select)) return;
	const wanted = [select.__value].flat();
	for (const option of select.options) option.defaultSelected = wanted.includes(valueOf(option));
};

/** What a template last wrote to an input, by attribute. */
const writtenOn = (input: HTMLInputElement): { value?: unknown; checked?: unknown } | undefined =>
	secretOf(input, 'attributes', '__attributes') as ReturnType<typeof writtenOn>;

const setInputDefaults = (input: HTMLInputElement): void => {
	const written = writtenOn(input);
	if (written?.value != null) input.defaultValue = String(written.value);
	if (written?.checked != null) input.defaultChecked = !!written.checked;
};

const setDefaults = (control: Element): void => {
	if (control instanceof HTMLSelectElement) setSelectDefaults(control);
	else if ('defaultValue' in control) setInputDefaults(control as HTMLInputElement);
};

/**
 * Keeps what Svelte's templates wrote while they hydrated. Svelte then removes the `value` and
 * `checked` attributes, and notes their absence as the last thing written: the next change of the
 * same template would write the server's value again, over what the user typed meanwhile.
 *
 * @param target what has just been hydrated
 * @returns what to call once the attributes are gone
 */
export const keepHydrated = (target: Element): (() => void) => {
	const kept = [...target.querySelectorAll('input')].map((input) => {
		// A template without an expression, or with a binding, writes nothing that could be read.
		const { value, checked = input.hasAttribute('checked') } = writtenOn(input) ?? {};
		return { input, value, checked };
	});
	return () => {
		for (const { input, value, checked } of kept) {
			const written = writtenOn(input);
			if (written?.value === null) written.value = value;
			if (written?.checked === null) written.checked = checked;
		}
	};
};

/**
 * Makes a reset lead to what the page shows for its data, as it does with the server's markup.
 * Svelte removes the `value` and `checked` attributes when it hydrates, so that without this every
 * reset empties fields that the server has values for.
 *
 * @returns the undo
 */
export const restoreOnReset = (): (() => void) => {
	const onReset = ({ target }: Event): void =>
		[...native(target as HTMLFormElement, 'elements')].forEach(setDefaults);
	return listen(document, 'reset', onReset, true);
};
