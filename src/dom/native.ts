/**
 * Reads a property of an element from its prototype. A form's fields shadow its properties: with
 * `<input name="action">`, `form.action` is that input.
 *
 * @param element the element, most often a form
 * @param key     a property or method of its interface; methods come bound
 */
export const native = <Key extends keyof HTMLFormElement>(
	element: Element,
	key: Key
): HTMLFormElement[Key] => {
	const value: unknown = Reflect.get(HTMLFormElement.prototype, key, element);
	return typeof value === 'function' ? value.bind(element) : (value as HTMLFormElement[Key]);
};

/**
 * Whether `data-sveltekit-NAME` or `data-softpost-NAME` is on for an element. Its own attribute counts, else the
 * nearest ancestor's. `""` and `"true"` mean on, `"off"` and `"false"` mean off.
 *
 * @param name  case-insensitive, like HTML attributes
 * @param other the default
 */
export const option = (element: Element | null, name: string, other = false): boolean => {
	const [kits, ours] = [`data-sveltekit-${name}`, `data-softpost-${name}`] as const;
	const holder = element && (native(element, 'closest')(`[${kits}],[${ours}]`) as Element | null);
	if (!holder) return other;
	const read = native(holder, 'getAttribute');
	return !/^(off|false)$/.test((read(kits) ?? read(ours))!);
};
