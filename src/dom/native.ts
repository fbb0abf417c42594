import { inherited } from './doc.ts';

/**
 * Reads a property of an element from its prototype. A form's fields shadow its properties: with
 * `<input name="action">`, `form.action` is that input.
 *
 * @param element the element, most often a form
 * @param key     a property or method of its interface; methods come bound
 */
export const native: <Key extends keyof HTMLFormElement>(
	element: Element,
	key: Key
) => HTMLFormElement[Key] = inherited as never;

/**
 * Whether `data-sveltekit-NAME` or `data-softpost-NAME` is on for an element. Its own attribute counts, else the
 * nearest ancestor's. `""` and `"true"` mean on, `"off"` and `"false"` mean off.
 *
 * @param name  case-insensitive, like HTML attributes
 * @param other the default
 */
export const option = (element: Element | null, name: string, other = false): boolean => {
	const names = [`data-sveltekit-${name}`, `data-softpost-${name}`];
	const holder = element && native(element, 'closest')(`[${names.join('],[')}]`);
	if (!holder) return other;
	const [kits, ours] = names.map(native(holder, 'getAttribute'));
	return !/^(off|false)$/.test((kits ?? ours)!);
};
