import { SoftpostError } from '../../protocol/errors.ts';
import type { FormLimits, SizeOptions } from '../form-types.ts';

/** The limits of a request's body, in bytes or as a count. */
export interface Limits extends Required<FormLimits> {
	bodyLimit: number;
}

const MIB = 1024 * 1024;

/** Enough for forms that people fill in by hand. The counts are Django's. */
const DEFAULTS: Limits = {
	bodyLimit: MIB,
	fields: 1000,
	fieldSize: MIB,
	files: 100,
	fileSize: Infinity
};

/**
 * Completes the limits with defaults.
 *
 * @param above the defaults
 * @throws {SoftpostError} `limit` for a value that is not a number, because it would limit nothing
 */
export const limitsOf = ({ bodyLimit, limits }: SizeOptions, above: Limits = DEFAULTS): Limits => {
	if (!limits && bodyLimit === undefined) return above;
	const set = Object.entries({ ...limits, bodyLimit }).filter(([, limit]) => limit !== undefined);
	for (const [name, limit] of set) {
		if (typeof limit === 'number' && limit >= 0) continue;
		const advice = 'Pass a number, 0 or more, or Infinity';
		throw new SoftpostError('limit', `${name} is ${String(limit)}. ${advice}`, { name, limit });
	}
	return { ...above, ...Object.fromEntries(set) };
};
