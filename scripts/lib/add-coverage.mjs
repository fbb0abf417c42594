/** @typedef {import('istanbul-lib-coverage').FileCoverageData} FileCoverage */
/** @typedef {{ line: number, column: number }} Position */
/** @typedef {{ id: string, kind: string, starts: (Position | undefined)[] }} Place */

/** @param {FileCoverage['branchMap']} map @returns {Place[]} */
const branches = (map) =>
	Object.entries(map).map(([id, { type, locations }]) => ({
		id,
		kind: `${type} ${locations.length}`,
		starts: locations.map(({ start }) => start)
	}));

/** @param {FileCoverage['statementMap']} map @returns {Place[]} */
const statements = (map) =>
	Object.entries(map).map(([id, { start }]) => ({ id, kind: 'statement', starts: [start] }));

/** @param {FileCoverage['fnMap']} map @returns {Place[]} */
const functions = (map) =>
	Object.entries(map).map(([id, { loc }]) => ({ id, kind: 'function', starts: [loc.start] }));

/** @param {Place} place */
const exact = ({ kind, starts }) => kind + JSON.stringify(starts);

/** @param {Place} one */
const isNear = (one) => /** @param {Place} other */ (other) =>
	one.kind === other.kind &&
	Math.abs((one.starts[0]?.line ?? 0) - (other.starts[0]?.line ?? 0)) <= 1;

/**
 * Finds for each place of the browser's the same one of the unit tests'.
 *
 * Most are at the same position to the letter. The two builds differ by a token where the source map
 * has none for a parenthesis or an `else`, so what is left over is paired in order, within a line.
 * A place that finds none is left out.
 *
 * @param {Place[]} units
 * @param {Place[]} others
 * @returns {[unit: string, other: string][]}
 */
const pair = (units, others) => {
	const left = new Map(units.map((unit) => [exact(unit), unit]));
	/** @type {[string, string][]} */
	const pairs = [];
	/** @param {Place | undefined} unit @param {Place} other */
	const take = (unit, other) => {
		if (!unit) return false;
		left.delete(exact(unit));
		pairs.push([unit.id, other.id]);
		return true;
	};
	const rest = others.filter((other) => !take(left.get(exact(other)), other));
	for (const other of rest) take([...left.values()].find(isNear(other)), other);
	return pairs;
};

/**
 * Adds what the browser tests ran of a file to what the unit tests ran of it.
 *
 * @param {FileCoverage} unit   is changed
 * @param {FileCoverage} other
 */
export const addCoverage = (unit, other) => {
	for (const [to, from] of pair(statements(unit.statementMap), statements(other.statementMap))) {
		unit.s[to] += other.s[from];
	}
	for (const [to, from] of pair(functions(unit.fnMap), functions(other.fnMap))) {
		unit.f[to] += other.f[from];
	}
	for (const [to, from] of pair(branches(unit.branchMap), branches(other.branchMap))) {
		unit.b[to] = unit.b[to].map((count, path) => count + other.b[from][path]);
	}
};
