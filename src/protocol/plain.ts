/** The deepest data to check. devalue handles deeper data, and reports where it is too deep. */
const MAX_DEPTH = 200;

const isPlainText = (value: unknown): boolean =>
	value === null ||
	typeof value === 'string' ||
	typeof value === 'boolean' ||
	(typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0));

/** Whether it only has own members that JSON can write: no holes, symbols, or `__proto__`. */
const isPlainRecord = (value: object): boolean => {
	if (Array.isArray(value)) {
		const keys = Object.keys(value);
		// Keys begin with the indices, in order.
		return keys.length === value.length && (keys.at(-1) ?? '-1') === String(value.length - 1);
	}
	return (
		Object.getPrototypeOf(value) === Object.prototype &&
		!Object.getOwnPropertySymbols(value).length &&
		!Object.hasOwn(value, '__proto__')
	);
};

const isPlainValue = (value: unknown, seen: Set<unknown>, depth: number): boolean => {
	if (typeof value !== 'object' || value === null) return isPlainText(value);
	if (depth > MAX_DEPTH || seen.has(value) || !isPlainRecord(value)) return false;
	seen.add(value);
	return Object.values(value).every((item) => isPlainValue(item, seen, depth + 1));
};

/**
 * Whether JSON can represent all of the data, so that browsers need no decoder. JSON cannot represent an object that
 * occurs twice.
 */
export const isPlain = (data: unknown): boolean => isPlainValue(data, new Set(), 0);
