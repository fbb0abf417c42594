import { SoftpostError } from '../../protocol/errors.ts';

const isPlain = (value: object): boolean => {
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
};

/** Copies lists and plain objects at all depths, even behind proxies. All other values stay as they are. */
const copy = (value: unknown, known: Map<unknown, unknown>): unknown => {
	if (typeof value !== 'object' || !value) return value;
	const list = Array.isArray(value);
	if (!list && !isPlain(value)) return value;
	if (known.has(value)) return known.get(value);
	const made: unknown[] | Record<string, unknown> = list ? [] : {};
	known.set(value, made);
	for (const [key, inner] of Object.entries(value))
		Object.defineProperty(made, key, {
			value: copy(inner, known),
			writable: true,
			enumerable: true,
			configurable: true
		});
	return made;
};

const isCloneable = (state: unknown): boolean => {
	try {
		structuredClone(state);
		return true;
	} catch {
		return false;
	}
};

/**
 * Makes a state that a history entry can store (HTML, section 2.7.3): the given state, or a copy without proxies, such
 * as those of `$state`.
 *
 * @throws {SoftpostError} `history_state` for a value that history cannot store, such as a function or an element
 */
export const plainState = (state: Record<string, any>): Record<string, any> => {
	if (isCloneable(state)) return state;
	const plain = copy(state, new Map()) as Record<string, any>;
	if (isCloneable(plain)) return plain;
	const keys = Object.keys(plain).filter((key) => !isCloneable(plain[key]));
	throw new SoftpostError(
		'history_state',
		`state.${keys[0]} cannot be stored in history. Pass plain data, without functions or elements`,
		{ keys }
	);
};
