import { answersOf, apart, joined, type Answer } from './control-value.ts';
import { followData, isSame, type DataChange, type Value } from './follow-data.ts';
import { defaultOf, held, isCheckable } from './held.ts';
import { hearsReset, writtenValue, type Control } from './written.ts';

/** The rendered value of each control, and whether the user has changed it since. */
export class Notes {
	readonly #rendered = new WeakMap<Element, Value>();
	readonly #edited = new WeakSet<Element>();

	/** The value of a control after a reset, unless the page's data changes. */
	valueOf(control: Control): Value {
		const written = writtenValue(control);
		if (written !== undefined) return written;
		const rendered = this.#rendered.get(control);
		// The value of `checked` in a spread cannot be read, only its effect.
		const isSpread = isCheckable(control) && !hearsReset(control) && !this.#edited.has(control);
		return isSpread ? held(control) : (rendered ?? defaultOf(control));
	}

	note(control: Control, value: Value): void {
		this.#rendered.set(control, value);
		this.#edited.delete(control);
	}

	/** Records the value that the page would show without the user's edits. */
	write(control: Control, value: Value): void {
		const kind = typeof held(control);
		this.#rendered.set(control, kind === 'string' ? String(value ?? '') : value);
	}

	has(control: Control): boolean {
		return this.#rendered.has(control);
	}

	edit(target: EventTarget | null): void {
		if (target instanceof Element) this.#edited.add(target);
	}

	isEdited(control: Element): boolean {
		return this.#edited.has(control);
	}

	/** Records the values that the page has written since `before`. */
	compare(before: Map<Control, Value>): void {
		for (const [control, value] of before) {
			if (this.#edited.has(control)) continue;
			if (!this.has(control) || !isSame(value, held(control))) this.note(control, held(control));
		}
	}

	/** The value that controls should show after the page's data has changed. */
	follow(answer: Answer, changes: DataChange[]): Value {
		const rendered = joined(answer, (control) => this.valueOf(control));
		return followData({ ...answer, rendered, held: joined(answer, held) }, changes);
	}

	/**
	 * Records that the saved values are the page's data now, even if the page has not written them.
	 *
	 * @param isKept whether the user has edited a control since
	 */
	noteSaved(
		controls: Control[],
		changes: DataChange[],
		isKept: (control: Control) => boolean
	): void {
		if (!changes.length) return;
		for (const answer of answersOf(controls)) {
			const value = this.follow(answer, changes);
			if (!answer.controls.some(isKept) && !isSame(value, joined(answer, held))) continue;
			apart(answer, value).forEach((part, index) =>
				this.#rendered.set(answer.controls[index]!, part)
			);
		}
	}
}
