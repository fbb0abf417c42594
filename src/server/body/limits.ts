import { SoftpostError } from '../../protocol/errors.ts';
import type { FormLimits, SizeOptions } from '../form-types.ts';

/** Every limit of a request's body, in bytes or as a count. */
export interface Limits extends Required<FormLimits> {
	bodyLimit: number;
}

const MIB = 1024 * 1024;

/** Enough for the forms that people fill in by hand. The counts are those of Django. */
const DEFAULTS: Limits = {
	bodyLimit: MIB,
	fields: 1000,
	fieldSize: MIB,
	files: 100,
	fileSize: Infinity
};

/**
 * The limits that apply, with defaults for those that are not set.
 *
 * @param above the limits that apply if nothing is set
 * @throws {SoftpostError} `limit` for one that is not a number: it would limit nothing
 */
export const limitsOf = ({ bodyLimit, limits }: SizeOptions, above: Limits = DEFAULTS): Limits => {
	const set = Object.entries({ ...limits, bodyLimit }).filter(([, limit]) => limit !== undefined);
	for (const [name, limit] of set) {
		if (typeof limit === 'number' && limit >= 0) continue;
		const advice = 'Pass a number, 0 or more, or Infinity';
		throw new SoftpostError('limit', `${name} is ${String(limit)}. ${advice}`, { name, limit });
	}
	return { ...above, ...Object.fromEntries(set) };
};
