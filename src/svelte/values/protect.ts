import { isSame, type Value } from './follow-data.ts';
import { held, hold, isCheckable } from './held.ts';
import type { Control } from './written.ts';

/** Called with the value that the page wanted to write. */
type OnWrite = (control: Control, value: Value) => void;

const descriptorOf = (object: object, key: string): PropertyDescriptor | undefined =>
	Object.getOwnPropertyDescriptor(object, key) ??
	descriptorOf(Object.getPrototypeOf(object) as object, key);

/** Ignores writes to a property of a control, so that its caret, undo history and incomplete date stay. */
const shield = (control: Control, onWrite: OnWrite): (() => void) => {
	const key = isCheckable(control) ? 'checked' : 'value';
	const { get } = descriptorOf(control, key)!;
	Object.defineProperty(control, key, {
		configurable: true,
		get: () => get?.call(control) as unknown,
		set(value: Value) {
			onWrite(control, value);
		}
	});
	return () => void Reflect.deleteProperty(control, key);
};

/** Restores a list after a write, because it is written option by option. */
const putBack = (control: Control, onWrite: OnWrite): (() => void) => {
	const before = held(control);
	return () => {
		const now = held(control);
		if (isSame(now, before)) return;
		hold(control, before);
		onWrite(control, now);
	};
};

/**
 * Protects the user's input in controls from writes by templates and bindings.
 *
 * @param onWrite called for each control that they wanted to write, with the value
 * @param tell    dispatches an event to a control, so that its binding reads its value
 * @returns the undo
 */
export const protect = (
	controls: Control[],
	onWrite: OnWrite,
	tell: (control: Control, type: string) => void
): (() => void) => {
	const written = new Map<Control, Value>();
	const note: OnWrite = (control, value) => void written.set(control, value);
	const undo = controls.map((control) =>
		control.options || Object.hasOwn(control, 'value') || Object.hasOwn(control, 'checked')
			? putBack(control, note)
			: shield(control, note)
	);
	return () => {
		undo.forEach((undo) => undo());
		for (const [control, value] of written) {
			onWrite(control, value);
			// An unchecked radio button has no value for its binding.
			if (control.type === 'radio' && !control.checked) continue;
			tell(control, control.options || isCheckable(control) ? 'change' : 'input');
		}
	};
};
