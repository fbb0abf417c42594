import { doc } from '../dom/doc.ts';
import type { FieldKeeper } from '../navigation/host.ts';
import { listen } from '../dom/listen.ts';
import { native } from '../dom/native.ts';
import { controlKeyOf, fieldsOf, groupBy, identityOf } from './form-identity.ts';

/** What tells of an edit; some controls fire only one of them. */
const EDITS = ['input', 'change'] as const;

type Control = HTMLInputElement & Pick<HTMLSelectElement, 'options' | 'multiple'>;

/** A form as it was when it had to give way, and once for a page the controls that are in none. */
interface Kept {
	form: HTMLFormElement | null;
	identity: string;
	fields: string;
	/** By key, in order: those that stand outside of the form leave it when they leave the document. */
	controls: Map<string, Control[]>;
}

const controlsOf = (form: HTMLFormElement): Control[] => [...native(form, 'elements')] as Control[];

/** Those that are called something. */
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

/** Chooses the options with the values that were chosen, wherever they stand now. */
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

/** Whether a control, other than a list, holds something else than its markup says. */
const isChanged = (control: Control): boolean => {
	const { type, files, value, checked, defaultValue, defaultChecked } = control;
	if (type === 'file') return !!files?.length;
	return isCheckable(control) ? checked !== defaultChecked : value !== defaultValue;
};

/** Whether a control is not as its markup has it, without any edit having been heard: from before the start. */
const isFilled = (control: Control): boolean => {
	const { type, options, multiple, selectedIndex } = control as Control & HTMLSelectElement;
	// Some have a value that no one gave them, and elements of the page's own may have no default.
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
 * Pairs what is told apart by nothing but its place. It has the same place only where nothing came or went:
 * as many, and those that no one edited hold what they held.
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

/** The one form of a page that a kept one is; nothing where there is none, or where it may be another. */
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

/** Keeps the forms of a document themselves, as they were left. */
class Keeper implements FieldKeeper {
	readonly #here: () => URL;
	/** The edited controls, with the page on which they were edited. */
	readonly #edited = new WeakMap<Node, string>();
	/** What each page held, each time that it had to give way. */
	readonly #pages = new Map<string, Kept[][]>();
	readonly #undo: (() => void)[];

	constructor(here: () => URL) {
		this.#here = here;
		this.#undo = [
			...EDITS.map((type) => listen(document, type, this.#onEdit, true)),
			listen(document, 'reset', this.#onReset, true)
		];
		// What was typed before this code had come was heard by no one.
		for (const control of controlsShown()) if (isFilled(control)) this.#note(control);
	}

	#onEdit = (event: Event): void => this.#note(event.composedPath()[0] as Node);

	/** A reset takes edits back. What was edited since is not in the form while it is reset. */
	#onReset = (event: Event): void => {
		const controls = controlsOf(event.target as HTMLFormElement);
		queueMicrotask(() => {
			if (event.defaultPrevented) return;
			for (const control of controls) this.#edited.delete(control);
		});
	};

	#note(control: Node): void {
		// A control that is removed with the focus in it tells of its edit when the next page is shown already.
		if (!this.#edited.has(control)) this.#edited.set(control, pageOf(this.#here()));
	}

	#isEdited(page: string, forms: Kept[]): boolean {
		return forms.some((kept) =>
			controlsIn(kept).some((control) => this.#edited.get(control) === page)
		);
	}

	/** Leaves out what no one has typed into, but for what the shown page held last. */
	#prune(shown: string): void {
		for (const [page, times] of this.#pages) {
			const last = page === shown && times.at(-1);
			const left = times.filter((forms) => forms === last || this.#isEdited(page, forms));
			if (left.length) this.#pages.set(page, left);
			else this.#pages.delete(page);
		}
	}

	/** A file dialog that is open in the meantime puts its file into a form that is in no document. */
	#watch(kept: Kept): void {
		if (!kept.form) return;
		const add = native(kept.form, 'addEventListener');
		for (const type of EDITS) add(type, this.#onEdit, true);
		add('reset', this.#onReset, true);
		// Controls that stand outside of it leave the form with the document, and its reset does not reach them.
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
		// A second error finds the boundary of the first, or the page as the server made it.
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
		// What stayed through a navigation belongs to the page that is shown now.
		for (const control of controlsShown())
			if (this.#edited.has(control)) this.#edited.set(control, page);
	}

	#restoreForm(from: Kept, to: Kept, page: string): void {
		const isEdited = (control: Control): boolean => this.#edited.get(control) === page;
		for (const [key, controls] of from.controls) {
			for (const [control, restored] of pairByPlace(controls, to.controls.get(key), isEdited)) {
				if (!isEdited(control) || restored === control) continue;
				copy(control, restored);
				// Bindings of frameworks, and this module, learn of it by these.
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
