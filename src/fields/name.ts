/** A property's name, or a place in a list. */
export type Part = string | number;

/** More levels, and longer names, only overflow stacks. */
const MOST_LEVELS = 32;
const MOST_CHARACTERS = 1000;

/** `address.city`, `items[0].title`; a place has at most nine digits, so that a number can hold it. */
const CONVENTION = /^[^.[\]]+(?:\.[^.[\]]+|\[(?:0|[1-9]\d{0,8})\])*$/;

/** The name without the `[]` that says that it is a list. */
export const baseOf = (name: string): string => (name.endsWith('[]') ? name.slice(0, -2) : name);

/** The name as `lists` has it: of any place in a list. */
export const patternOf = (name: string): string => baseOf(name).replace(/\[\d+\]/g, '[]');

/**
 * Takes a control's name apart. A name outside of the convention is one property with that very name.
 *
 * @returns the parts; none where they would lead to a prototype
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

/** Whether what was sent under a name stays where it is: a part of the name begins with `_`. */
export const isSecret = (name: string): boolean => /(?:^|[.[])_/.test(name);

/** The name of what `part` leads to. */
export const nameWith = (name: string, part: Part): string =>
	typeof part === 'number' ? `${name}[${part}]` : name ? `${name}.${part}` : part;
