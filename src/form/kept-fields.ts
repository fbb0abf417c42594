import type { FieldKeeper } from '../navigation/host.ts';
import { listen } from '../dom/listen.ts';
import { native } from '../dom/native.ts';
import { copy, isFilled, stateOf, type Control, type Earlier } from './control-values.ts';
import { fieldElements } from './field-elements.ts';
import { controlKeyOf, fieldsOf, groupBy, identityOf } from './form-identity.ts';

/** The events of an edit. Some controls fire only one of them. */
const EDITS = ['input', 'change'] as const;

/** A form as it was when it was removed. One more entry per page keeps the controls without a form. */
interface Kept {
	form: HTMLFormElement | null;
	identity: string;
	fields: string;
	/** By key, in order. Kept separately, because controls outside of the form lose it when they leave the document. */
	controls: Map<string, Control[]>;
}

const controlsOf = (form: HTMLFormElement): Control[] => [...native(form, 'elements')] as Control[];

const isForm = (element: Element): element is HTMLFormElement => element instanceof HTMLFormElement;

/** Whether a control has no form, but a name or an id. */
const isLoose = ({ form, name, id }: Control): boolean => !form && !!(name || id);

const controlsShown = (): Control[] =>
	[...fieldElements()].flatMap((element) =>
		isForm(element) ? controlsOf(element) : [element as Control].filter(isLoose)
	);

const describe = (form: HTMLFormElement): Kept => ({
	form,
	identity: identityOf(form),
	fields: fieldsOf(form),
	controls: groupBy(controlsOf(form), controlKeyOf)
});

const controlsIn = ({ controls }: Kept): Control[] => [...controls.values()].flat();

/** Describes all forms, and the controls without one. */
const describeAll = (elements: Iterable<Element> = fieldElements()): Kept[] => {
	const all = [...elements];
	const loose = all.filter((element) => !isForm(element) && isLoose(element as Control));
	return [
		...all.filter(isForm).map(describe),
		{
			form: null,
			identity: '',
			fields: '',
			controls: groupBy(loose as Control[], controlKeyOf)
		}
	];
};

const pageOf = ({ href }: URL): string => href.split('#')[0]!;

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

	constructor(here: () => URL, { rendered, edited }: Earlier) {
		this.#here = here;
		this.#undo = [
			...EDITS.map((type) => listen(document, type, this.#onEdit, true)),
			listen(document, 'reset', this.#onReset, true)
		];
		// Nothing was listening when the user typed before this code had loaded.
		for (const control of controlsShown()) {
			const before = rendered.get(control);
			if (before && isFilled(control, before)) this.#note(control);
		}
		for (const control of edited) this.#note(control as Node);
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

	keep(elements?: Iterable<Element>): () => void {
		const page = pageOf(this.#here());
		this.#prune(page);
		const forms = describeAll(elements);
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
				// A control that is still shown may belong to another record now, and shows that record's value.
				if (!isEdited(control) || control.isConnected) continue;
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

/** For a document that is not hydrated, or not yet. */
const asShown = (): Earlier => ({
	rendered: new Map(controlsShown().map((control) => [control, control])),
	edited: new Set()
});

/**
 * Makes the keeper of a document's forms.
 *
 * @param here    the URL of the page that is shown
 * @param earlier what is known of the time before. Default: the controls of the document
 */
export const createFieldKeeper = (here: () => URL, earlier: Earlier = asShown()): FieldKeeper =>
	new Keeper(here, earlier);
