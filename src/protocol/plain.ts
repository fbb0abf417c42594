/** The deepest data to check. devalue handles deeper data, and reports where it is too deep. */
const MAX_DEPTH = 200;

const isPlainNumber = (value: number): boolean => Number.isFinite(value) && !Object.is(value, -0);

/** Whether it has an own member for each index, and no other. `keys` begin with the indices, in order. */
const isPlainArray = ({ length }: readonly unknown[], keys: readonly string[]): boolean =>
	keys.length === length && (!length || keys[length - 1] === String(length - 1));

/** Whether it only has own members that JSON can write: no holes, symbols, or `__proto__`. */
const isPlainRecord = (value: object & { toJSON?: unknown }, keys: readonly string[]): boolean => {
	// JSON writes what such a method returns. It may be hidden from a loop over the members.
	if (typeof value.toJSON === 'function') return false;
	if (Array.isArray(value)) return isPlainArray(value, keys);
	return (
		Object.getPrototypeOf(value) === Object.prototype &&
		!Object.getOwnPropertySymbols(value).length &&
		!Object.hasOwn(value, '__proto__')
	);
};

const isPlainValue = (value: unknown, seen: Set<unknown>, depth: number): boolean => {
	if (typeof value === 'number') return isPlainNumber(value);
	if (typeof value !== 'object' || !value)
		return value === null || typeof value === 'string' || typeof value === 'boolean';
	const keys = Object.keys(value);
	if (depth > MAX_DEPTH || seen.has(value) || !isPlainRecord(value, keys)) return false;
	seen.add(value);
	return keys.every((key) =>
		isPlainValue((value as Record<string, unknown>)[key], seen, depth + 1)
	);
};

/**
 * Whether JSON can represent all of the data, so that browsers need no decoder. JSON cannot represent an object that
 * occurs twice.
 */
export const isPlain = (data: unknown): boolean => isPlainValue(data, new Set(), 0);
