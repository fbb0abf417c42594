import { doc } from '../dom/doc.ts';
import type { FieldKeeper } from '../navigation/host.ts';
import { listen } from '../dom/listen.ts';
import { native } from '../dom/native.ts';
import { controlKeyOf, fieldsOf, groupBy, identityOf } from './form-identity.ts';

/** The events of an edit. Some controls fire only one of them. */
const EDITS = ['input', 'change'] as const;

type Control = HTMLInputElement & Pick<HTMLSelectElement, 'options' | 'multiple'>;

/** A form as it was when it was removed. One more entry per page keeps the controls without a form. */
interface Kept {
	form: HTMLFormElement | null;
	identity: string;
	fields: string;
	/** By key, in order. Kept separately, because controls outside of the form lose it when they leave the document. */
	controls: Map<string, Control[]>;
}

const controlsOf = (form: HTMLFormElement): Control[] => [...native(form, 'elements')] as Control[];

/** The controls without a form that have a name or an id. */
const looseControls = (): Control[] =>
	[...doc.querySelectorAll<Control>('input,select,textarea')].filter(
		({ form, name, id }) => !form && (name || id)
	);

const formsShown = (): HTMLFormElement[] => [...doc.querySelectorAll('form')];

const controlsShown = (): Control[] => [...formsShown().flatMap(controlsOf), ...looseControls()];

const describe = (form: HTMLFormElement | null): Kept => ({
	form,
	identity: form ? identityOf(form) : '',
	fields: form ? fieldsOf(form) : '',
	controls: groupBy(form ? controlsOf(form) : looseControls(), controlKeyOf)
});

const controlsIn = ({ controls }: Kept): Control[] => [...controls.values()].flat();

const describeAll = (): Kept[] => [...formsShown(), null].map(describe);

const pageOf = ({ href }: URL): string => href.split('#')[0]!;

const selectedIn = ({ options }: Control): string[] =>
	[...options].filter(({ selected }) => selected).map(({ value }) => value);

/** Selects the options with the selected values, even if their order has changed. */
const choose = (values: string[], { options, multiple }: Control): void => {
	const wanted = [...options].filter(({ value }) => values.includes(value));
	if (!multiple && !wanted.length) return;
	for (const option of options) option.selected = wanted.includes(option);
};

const isCheckable = ({ type }: Control): boolean => type === 'checkbox' || type === 'radio';

/** Copies the value of one control to another. */
const copy = (control: Control, to: Control): void => {
	if (control.type === 'file') to.files = control.files;
	else if (isCheckable(control)) to.checked = control.checked;
	else if (control.options?.length) choose(selectedIn(control), to);
	else to.value = control.value;
};

/** Whether the value of a control, other than a list, differs from its markup. */
const isChanged = (control: Control): boolean => {
	const { type, files, value, checked, defaultValue, defaultChecked } = control;
	if (type === 'file') return !!files?.length;
	return isCheckable(control) ? checked !== defaultChecked : value !== defaultValue;
};

/** Whether a control was filled in before this code was listening: its value differs from its markup. */
const isFilled = (control: Control): boolean => {
	const { type, options, multiple, selectedIndex } = control as Control & HTMLSelectElement;
	// Color and range inputs always have a value, and custom elements may have no default to compare with.
	if (!options?.length)
		return 'defaultValue' in control && !/color|range/.test(type) && isChanged(control);
	const defaults = [...options].some(({ defaultSelected }) => defaultSelected);
	return defaults || multiple
		? [...options].some(({ selected, defaultSelected }) => selected !== defaultSelected)
		: selectedIndex > 0;
};

const stateOf = (control: Control): string =>
	JSON.stringify([control.value, control.checked, control.options && selectedIn(control)]);

/**
 * Pairs controls that only their position distinguishes. Positions count only if nothing was added or removed: there
 * are as many as before, and all that were not edited still have the same value.
 */
const pairByPlace = (
	from: Control[],
	to: Control[] = [],
	isEdited: (control: Control) => boolean
): [Control, Control][] => {
	const same = (control: Control, index: number): boolean =>
		isEdited(control) || stateOf(control) === stateOf(to[index]!);
	const certain = from.length === to.length && (from.length === 1 || from.every(same));
	return certain ? from.map((control, index) => [control, to[index]!]) : [];
};

/** Finds the form of the page that matches a kept one; `undefined` if none does, or more than one could. */
const findForm = (kept: Kept, before: Kept[], now: Kept[]): Kept | undefined => {
	for (const equal of [
		(other: Kept) => other.identity === kept.identity,
		(other: Kept) => other.identity === kept.identity && other.fields === kept.fields
	]) {
		const [found, another] = now.filter(equal);
		if (found && !another && before.filter(equal).length === 1) return found;
	}
	return undefined;
};

/** Keeps the form elements themselves, with all that the user has entered. */
class Keeper implements FieldKeeper {
	readonly #here: () => URL;
	/** The edited controls, with the page on which they were edited. */
	readonly #edited = new WeakMap<Node, string>();
	/** The forms of each page, for each time that it was replaced. */
	readonly #pages = new Map<string, Kept[][]>();
	readonly #undo: (() => void)[];

	constructor(here: () => URL) {
		this.#here = here;
		this.#undo = [
			...EDITS.map((type) => listen(document, type, this.#onEdit, true)),
			listen(document, 'reset', this.#onReset, true)
		];
		// Nothing was listening when the user typed before this code had loaded.
		for (const control of controlsShown()) if (isFilled(control)) this.#note(control);
	}

	#onEdit = (event: Event): void => this.#note(event.composedPath()[0] as Node);

	/** A reset undoes edits. Controls with newer edits are outside of the form while softpost resets it. */
	#onReset = (event: Event): void => {
		const controls = controlsOf(event.target as HTMLFormElement);
		queueMicrotask(() => {
			if (event.defaultPrevented) return;
			for (const control of controls) this.#edited.delete(control);
		});
	};

	#note(control: Node): void {
		// A focused control that is removed fires `change` only when the next page is already shown.
		if (!this.#edited.has(control)) this.#edited.set(control, pageOf(this.#here()));
	}

	#isEdited(page: string, forms: Kept[]): boolean {
		return forms.some((kept) =>
			controlsIn(kept).some((control) => this.#edited.get(control) === page)
		);
	}

	/** Drops forms without edits, except the last ones of the shown page. */
	#prune(shown: string): void {
		for (const [page, times] of this.#pages) {
			const last = page === shown && times.at(-1);
			const left = times.filter((forms) => forms === last || this.#isEdited(page, forms));
			if (left.length) this.#pages.set(page, left);
			else this.#pages.delete(page);
		}
	}

	/** Keeps listening to a form outside of the document: an open file dialog can still put its file into it. */
	#watch(kept: Kept): void {
		if (!kept.form) return;
		const add = native(kept.form, 'addEventListener');
		for (const type of EDITS) add(type, this.#onEdit, true);
		add('reset', this.#onReset, true);
		// Controls outside of it lose their form when they leave the document, so its reset does not reach them.
		const isInside = native(kept.form, 'contains');
		const outside = controlsIn(kept).filter((control) => !isInside(control));
		const forget = (): void => outside.forEach((control) => this.#edited.delete(control));
		if (outside.length) add('reset', forget, { once: true });
	}

	keep(): () => void {
		const page = pageOf(this.#here());
		this.#prune(page);
		const forms = describeAll();
		const before = this.#pages.get(page) ?? [];
		// At a second error the document shows the first one's boundary, or a fresh page: keep the earlier forms too.
		this.#pages.set(page, [...before, forms]);
		for (const kept of forms) this.#watch(kept);
		return () => {
			const times = this.#pages.get(page) ?? [];
			this.#pages.set(
				page,
				times.filter((other) => other !== forms)
			);
		};
	}

	restore(url: URL): void {
		const page = pageOf(url);
		const times = this.#pages.get(page) ?? [];
		const now = times.length ? describeAll() : [];
		for (const before of times) {
			for (const kept of before) {
				const target = findForm(kept, before, now);
				if (target) this.#restoreForm(kept, target, page);
			}
		}
		this.#pages.delete(page);
		// Controls that survive a navigation belong to the new page.
		for (const control of controlsShown())
			if (this.#edited.has(control)) this.#edited.set(control, page);
	}

	#restoreForm(from: Kept, to: Kept, page: string): void {
		const isEdited = (control: Control): boolean => this.#edited.get(control) === page;
		for (const [key, controls] of from.controls) {
			for (const [control, restored] of pairByPlace(controls, to.controls.get(key), isEdited)) {
				if (!isEdited(control) || restored === control) continue;
				copy(control, restored);
				// Frameworks' bindings, and this module, notice the values through these events.
				for (const type of EDITS) restored.dispatchEvent(new Event(type, { bubbles: true }));
			}
		}
	}

	destroy(): void {
		for (const undo of this.#undo) undo();
	}
}

/**
 * Makes the keeper of a document's forms.
 *
 * @param here the URL of the page that is shown
 */
export const createFieldKeeper = (here: () => URL): FieldKeeper => new Keeper(here);
