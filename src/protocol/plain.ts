/** The deepest data to check. devalue handles deeper data, and reports where it is too deep. */
const MAX_DEPTH = 200;

/** Whether it only has own members that JSON can write: no symbols, and no `__proto__`. */
const isPlainRecord = (value: object): boolean =>
	Object.getPrototypeOf(value) === Object.prototype &&
	!Object.getOwnPropertySymbols(value).length &&
	!Object.hasOwn(value, '__proto__');

/** The members of an array or a plain object, `null` of any other. */
const membersOf = (value: object & { toJSON?: unknown }): unknown[] | null => {
	// JSON writes what such a method returns. It may be hidden from a loop over the members.
	if (typeof value.toJSON === 'function') return null;
	// A hole becomes `undefined`, which is not plain.
	if (Array.isArray(value)) return [...value];
	return isPlainRecord(value) ? Object.values(value) : null;
};

const isPlainValue = (value: unknown, seen: Set<unknown>, depth: number): boolean => {
	if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
	if (typeof value !== 'object' || !value)
		return value === null || typeof value === 'string' || typeof value === 'boolean';
	const members = depth <= MAX_DEPTH && !seen.has(value) && membersOf(value);
	if (!members) return false;
	seen.add(value);
	return members.every((member) => isPlainValue(member, seen, depth + 1));
};

/**
 * Whether JSON can represent all of the data, so that browsers need no decoder. JSON cannot represent an object that
 * occurs twice.
 */
export const isPlain = (data: unknown): boolean => isPlainValue(data, new Set(), 0);
