/**
 * Reads a property of an element as its prototype has it. A form's own fields shadow the form's
 * properties (`<input name="action">` makes `form.action` that input), so no form is asked directly.
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
 * Whether `data-sveltekit-NAME`, or `data-softpost-NAME`, is on for an element: by its own attribute, else by
 * the nearest ancestor's. `""` and `"true"` switch it on, `"off"` and `"false"` off.
 *
 * @param name  in any case, as attributes of HTML are
 * @param other what it is where no attribute says it
 */
export const option = (element: Element | null, name: string, other = false): boolean => {
	const [kits, ours] = [`data-sveltekit-${name}`, `data-softpost-${name}`] as const;
	const holder = element && (native(element, 'closest')(`[${kits}],[${ours}]`) as Element | null);
	if (!holder) return other;
	const read = native(holder, 'getAttribute');
	return !/^(off|false)$/.test((read(kits) ?? read(ours))!);
};
