import { held, hold } from './control-value.ts';
import { isSame, type Value } from './follow-data.ts';
import { isCheckable, type Control } from './written.ts';

/** Called with what the page wanted to write. */
type OnWrite = (control: Control, value: Value) => void;

const descriptorOf = (object: object, key: string): PropertyDescriptor | undefined =>
	Object.getOwnPropertyDescriptor(object, key) ??
	descriptorOf(Object.getPrototypeOf(object) as object, key);

/** Has writes of a property of a control do nothing: caret, undo and half a date stay with it. */
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

/** A list is written option by option, so that it is put back afterwards. */
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
 * Leaves what users have typed into controls as it is, whatever templates and bindings write.
 *
 * @param onWrite called for each control that they wanted to write, with what
 * @param tell    dispatches an event to a control alone, by which its binding takes over what it holds
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
			// A radio button that is not checked has nothing to tell.
			if (control.type === 'radio' && !control.checked) continue;
			tell(control, control.options || isCheckable(control) ? 'change' : 'input');
		}
	};
};
