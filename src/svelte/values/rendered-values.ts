import { tick } from 'svelte';
import { doc } from '../../dom/doc.ts';
import { listen } from '../../dom/listen.ts';
import { native } from '../../dom/native.ts';
import type { PageStore } from '../../page/page-state.ts';
import type { Data } from '../../protocol/page-data.ts';
import { answersOf, apart, hasOwnDefault, isResettable, setDefault } from './control-value.ts';
import { defaultOf, held, hold, isCheckable, isCustom } from './held.ts';
import { changesOf, isSame, type DataChange, type Value } from './follow-data.ts';
import { Notes } from './notes.ts';
import { protect } from './protect.ts';
import { isInGroup, isWritten, writtenValue } from './written.ts';
import type { Control } from './written.ts';

export interface RenderedValuesOptions {
	/** The element that the app is rendered into. */
	target: Element;
	page: PageStore;
	/** Resolves when the document shows the page state. */
	settled(): Promise<void>;
	/** The rendered value of a control. */
	renderedAs(control: Control): Value;
	/** The controls that the user has edited before. Default: none. */
	edited?: Iterable<EventTarget>;
}

/** Sets the values that the page shows for its data as the defaults of a form that is about to be reset. */
const setDefaults = (
	controls: Control[],
	notes: Notes,
	changes: DataChange[]
): Map<Control, Value> => {
	const wanted = new Map<Control, Value>();
	for (const answer of answersOf(controls)) {
		apart(answer, notes.follow(answer, changes)).forEach((part, index) => {
			const control = answer.controls[index]!;
			setDefault(control, part);
			notes.note(control, part);
			wanted.set(control, part);
		});
	}
	return wanted;
};

/** Our own events, which do not count as edits. */
const tellings = new WeakSet<Event>();

/** Makes a control's binding read its value. The event does not bubble. */
const tell = (control: Control, type: string): void => {
	const event = new Event(type);
	tellings.add(event);
	control.dispatchEvent(event);
};

/** Updates the bindings of groups, which Svelte's own handling of a reset would empty. */
const tellGroups = (controls: Control[]): void => {
	for (const { controls: group } of answersOf(controls)) {
		const chosen = group.find((control) => control.checked && isInGroup(control));
		if (chosen) tell(chosen, 'change');
	}
};

const holdAll = (controls: Control[], valueOf: (control: Control) => Value | undefined): void => {
	for (const control of controls) {
		const value = valueOf(control);
		if (value !== undefined && !isSame(held(control), value)) hold(control, value);
	}
};

/** Shows new defaults in controls that showed the old ones, and in their bindings. */
const followDefaults = (before: Map<Control, Value>): void => {
	for (const [control, value] of before) {
		const own = defaultOf(control);
		// Browsers change the value of a control that nothing has written since its reset.
		const isDefault = isSame(held(control), value) || isSame(held(control), own);
		if (!isDefault || isSame(own, value)) continue;
		hold(control, own);
		tell(control, isCheckable(control) ? 'change' : 'input');
	}
};

/** Makes every reset restore the values that the page shows for its data. */
export class RenderedValues {
	readonly #target: Element;
	readonly #settled: () => Promise<void>;
	readonly #notes = new Notes();
	readonly #undo: (() => void)[];
	/** The data that the page shows, and the data that it will show next. */
	#shown: Data;
	#expected: Data;
	/** The controls that were reset since the data was last shown. */
	#reset: Control[] = [];
	/** The currently protected controls. */
	#kept = new Set<Control>();
	/** Whether the page has had custom elements, which no selector finds. */
	#hasCustom = false;

	constructor({ target, page, settled, renderedAs, edited = [] }: RenderedValuesOptions) {
		this.#target = target;
		this.#settled = settled;
		this.#shown = this.#expected = page.current.data;
		for (const control of this.#controlsIn(target)) this.#notes.note(control, renderedAs(control));
		for (const control of edited) this.#notes.edit(control);
		const observer = new MutationObserver((records) => void this.#onAdded(records));
		observer.observe(document, { subtree: true, childList: true });
		const onEdit = (event: Event): void => {
			if (!tellings.has(event)) this.#notes.edit(event.target);
		};
		this.#undo = [
			// Registered before the listener with which Svelte updates bindings.
			listen(window, 'reset', (event) => this.#onReset(event), true),
			listen(window, 'input', onEdit, true),
			listen(window, 'change', onEdit, true),
			page.subscribe(({ data }) => void this.#onPage(data)),
			() => observer.disconnect()
		];
	}

	/** Announces the data that the page will show next: a reset before that already uses it. */
	expect(data: Data): void {
		this.#expected = data;
	}

	/** Protects the user's values in controls, until the undo is called. */
	protect(controls: Element[]): () => void {
		const kept = controls.filter(isResettable);
		this.#kept = new Set(kept);
		const onWrite = (control: Control, value: Value): void => this.#notes.write(control, value);
		const release = protect(kept, onWrite, tell);
		return () => {
			release();
			this.#kept = new Set();
		};
	}

	destroy(): void {
		for (const undo of this.#undo) undo();
	}

	/** The controls in an element, itself included. */
	#controlsIn(root: Element): Control[] {
		const elements = [root, ...native(root, 'querySelectorAll')('*')];
		this.#hasCustom ||= elements.some(isCustom);
		return elements.filter(isResettable);
	}

	readonly #isOurs = (control: Element): control is Control =>
		(isWritten(control) || (isCustom(control) && this.#target.contains(control))) &&
		isResettable(control);

	#onReset(event: Event): void {
		const all = [...native(event.target as HTMLFormElement, 'elements')].filter(this.#isOurs);
		const own = all.filter(hasOwnDefault);
		for (const control of own) this.#notes.note(control, defaultOf(control));
		const controls = all.filter((control) => !own.includes(control));
		const changes = changesOf(this.#shown, this.#expected);
		const wanted = setDefaults(controls, this.#notes, changes);
		// Svelte updates bindings in a microtask that begins after this listener.
		queueMicrotask(() =>
			queueMicrotask(() => {
				if (event.defaultPrevented) return;
				holdAll(controls, (control) => wanted.get(control));
				tellGroups(controls);
				this.#reset.push(...all);
			})
		);
	}

	/** Runs when page state has changed, but not the document yet. */
	async #onPage(data: Data): Promise<void> {
		const kept = this.#kept;
		const changes = changesOf(this.#shown, data);
		this.#shown = this.#expected = data;
		const elements = doc.querySelectorAll(this.#hasCustom ? '*' : 'input,select,textarea');
		const ours = [...elements].filter(this.#isOurs);
		const before = new Map(ours.map((control) => [control, held(control)]));
		const own = this.#reset.filter(hasOwnDefault);
		const defaults = new Map(own.map((control) => [control, defaultOf(control)]));
		await this.#settled();
		followDefaults(defaults);
		const reset = this.#reset.splice(0).filter((control) => !this.#notes.isEdited(control));
		// A template that would write the same value again writes nothing.
		holdAll(reset, writtenValue);
		this.#notes.compare(before);
		this.#notes.noteSaved(ours, changes, (control) => kept.has(control));
	}

	async #onAdded(records: MutationRecord[]): Promise<void> {
		const controls = records
			.flatMap(({ addedNodes }) => [...addedNodes])
			.filter((node) => node instanceof Element)
			.flatMap((node) => this.#controlsIn(node))
			.filter((control) => this.#isOurs(control) && !this.#notes.has(control));
		const note = (control: Control): void => {
			if (!this.#notes.isEdited(control)) this.#notes.note(control, held(control));
		};
		controls.forEach(note);
		// Effects may write once more.
		await tick();
		controls.forEach(note);
	}
}
