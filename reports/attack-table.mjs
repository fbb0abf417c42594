import { table, writeResults } from './results.mjs';

/** @typedef {{ requests: number, statuses: Record<string, number>, slowest: number }} Figures */
/** @typedef {{ title: string, status: string, meta: { figures?: Figures } }} Assertion as Vitest reports it */

/** @param {Assertion} assertion @returns {string[][]} */
const row = ({ title, status, meta: { figures } }) => {
	if (!figures) return [];
	const { requests, statuses, slowest } = figures;
	const answers = Object.entries(statuses).map(([code, count]) =>
		code === '0' ? `${count} closed` : `${count} × ${code}`
	);
	const result = status === 'passed' ? 'yes' : '**no**';
	return [[title, result, `${requests}`, answers.join(', '), `${Math.ceil(slowest)} ms`]];
};

/**
 * Writes how a server took the attacks into docs/security.md.
 *
 * @param {{ assertionResults: Assertion[] }[]} testResults as Vitest reports them
 */
export const writeAttacks = async (testResults) => {
	const rows = testResults.flatMap(({ assertionResults }) => assertionResults.flatMap(row));
	const head = ['attack', 'stands', 'requests', 'answers', 'slowest answer'];
	const text = `Written on ${new Date().toISOString().slice(0, 10)}, of the demo.\n\n${table(head, rows)}`;
	await writeResults('docs/security.md', 'npm run attack -- --write', text);
};
