/**
 * Figures of several rounds. A time says something about the machine, a ratio of two times of the same round about
 * the code: so times are only ever compared.
 *
 * @typedef {{ min: number, median: number, max: number }} Spread
 * @typedef {Record<string, number[]>} Rounds a candidate's figures, one a round
 * @typedef {{ name: string, unit?: string, cells: Record<string, Spread>, readme?: string }} Row `readme`: its name in the README, if it is there
 * @typedef {{ title: string, method: string, columns: string[], rows: Row[] }} Table
 */

/** @param {number[]} values */
export const median = (values) => {
	const sorted = values.toSorted((a, b) => a - b);
	return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
};

/** @param {number[]} values @returns {Spread} */
const spreadOf = (values) => ({
	min: Math.min(...values),
	median: median(values),
	max: Math.max(...values)
});

/** @param {Rounds} rounds @returns {Record<string, Spread>} */
export const spreads = (rounds) =>
	Object.fromEntries(Object.entries(rounds).map(([name, values]) => [name, spreadOf(values)]));

/** Each candidate's figure as a multiple of another's in the same round. @param {Rounds} rounds @param {string} base */
export const ratios = (rounds, base) =>
	spreads(
		Object.fromEntries(
			Object.entries(rounds).map(([name, values]) => [
				name,
				values.map((value, round) => value / rounds[base][round])
			])
		)
	);

/**
 * Measures every candidate once a round. Each round begins with another one, so that none is always the first.
 *
 * @template T
 * @param {{ names: string[], count: number, measure: (name: string, round: number) => Promise<T> | T }} rounds
 * @returns {Promise<Record<string, T[]>>}
 */
export const interleave = async ({ names, count, measure }) => {
	/** @type {Record<string, T[]>} */
	const found = Object.fromEntries(names.map((name) => [name, []]));
	for (let round = 0; round < count; round++)
		for (let turn = 0; turn < names.length; turn++) {
			const name = names[(round + turn) % names.length];
			found[name].push(await measure(name, round));
		}
	return found;
};

/**
 * One figure of several that each round has found.
 *
 * @template T
 * @param {Record<string, T[]>} found
 * @param {(one: T) => number} pick
 * @returns {Rounds}
 */
export const pick = (found, pick) =>
	Object.fromEntries(Object.entries(found).map(([name, list]) => [name, list.map(pick)]));
