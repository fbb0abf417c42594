/** A property's name, or an index in a list. */
export type Part = string | number;

/** More levels or longer names would only overflow stacks. */
const MOST_LEVELS = 32;
const MOST_CHARACTERS = 1000;

/** `address.city`, `items[0].title`; an index has at most nine digits, so that it is a safe number. */
const CONVENTION = /^[^.[\]]+(?:\.[^.[\]]+|\[(?:0|[1-9]\d{0,8})\])*$/;

/** The name without the `[]` that marks a list. */
export const baseOf = (name: string): string => (name.endsWith('[]') ? name.slice(0, -2) : name);

/** The name as used in `lists`, with `[]` for any index. */
export const patternOf = (name: string): string => baseOf(name).replace(/\[\d+\]/g, '[]');

/**
 * Splits a control's name into parts. A name outside of the convention is one property with exactly that name.
 *
 * @returns the parts; none if they would lead to a prototype
 */
export const partsOf = (name: string): Part[] => {
	const base = baseOf(name);
	if (base.length > MOST_CHARACTERS || !CONVENTION.test(base)) return [name];
	const parts = (base.match(/\[\d+\]|[^.[\]]+/g) ?? []).map((part) =>
		part.startsWith('[') ? Number(part.slice(1, -1)) : part
	);
	const isUnsafe = parts.some(
		(part, index) =>
			part === '__proto__' || (part === 'prototype' && parts[index - 1] === 'constructor')
	);
	if (isUnsafe) return [];
	return parts.length > MOST_LEVELS ? [name] : parts;
};

/** Whether the value of a name must never be sent back: a part of the name begins with `_`. */
export const isSecret = (name: string): boolean => /(?:^|[.[])_/.test(name);

/** The name of the value at `part`. */
export const nameWith = (name: string, part: Part): string =>
	typeof part === 'number' ? `${name}[${part}]` : name ? `${name}.${part}` : part;
