/** Objects of another realm have another `Object.prototype`, but its prototype is `null` too. */
export const isPlain = (value: unknown): boolean => {
	if (typeof value !== 'object' || Array.isArray(value)) return false;
	const prototype = Object.getPrototypeOf(value);
	return prototype === null || Object.getPrototypeOf(prototype) === null;
};

/**
 * Removes keys named `__proto__`. Parsers reject them, because they would set a prototype. Anybody can send a field
 * of that name, and `Object.fromEntries(formData)` turns it into such a key.
 *
 * @returns a copy of its plain objects, arrays, maps and sets, or the same data if it has no such key
 */
export const withoutProto = <Value>(data: Value): Value => {
	const copies = new Map<unknown, unknown>();
	let isFound = false;

	const copyAll = (source: object, copy: Record<string, unknown>): unknown => {
		copies.set(source, copy);
		for (const [key, value] of Object.entries(source)) {
			if (key === '__proto__') isFound = true;
			else copy[key] = copyOf(value);
		}
		return copy;
	};

	const copyOf = (value: unknown): unknown => {
		if (typeof value !== 'object' || value === null) return value;
		if (copies.has(value)) return copies.get(value);
		if (value instanceof Map) return new Map([...value].map(([key, own]) => [key, copyOf(own)]));
		if (value instanceof Set) return new Set([...value].map(copyOf));
		if (Array.isArray(value)) return copyAll(value, [] as never);
		return isPlain(value) ? copyAll(value, {}) : value;
	};

	const copy = copyOf(data) as Value;
	return isFound ? copy : data;
};
