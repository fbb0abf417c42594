import { ask, namesOf, type Answer, type Target } from './ask.ts';
import { failureOf } from './checks.ts';
import type { Level, Vector, Wire } from './vectors.ts';

/** The outcome for a clause. */
export interface Finding {
	clause: string;
	says: string;
	/** `untold` if no vector tests it, or the server lacks the feature. */
	verdict: 'holds' | 'fails' | 'untold';
	/** The highest level among the failures. */
	level?: Level;
	/** The failures, by vector. */
	failures: string[];
}

/** The outcome of one check. */
interface Judged {
	clause: string;
	level: Level;
	failure: string | null;
}

/** Whether the server has the feature that a vector tests. */
const isOffered = (
	{ exists = true, offered }: Vector,
	answers: readonly Answer[],
	named: (text: string) => string
): boolean => {
	if (exists && answers.some((answer) => 'status' in answer && answer.status === 404)) return false;
	return !offered || failureOf(offered, answers, named) === null;
};

const judge = async (vector: Vector, target: Target): Promise<Judged[]> => {
	const answers = await ask(vector, target);
	const named = namesOf(target);
	if (!isOffered(vector, answers, named)) return [];
	// If the last copy has separate headers, only that one is checked.
	const asked = vector.last ? answers.slice(-1) : answers;
	return vector.checks.map((check) => {
		const failure = failureOf(check, asked, named);
		const { clause, level = 'MUST' } = check;
		return { clause, level, failure: failure && `${vector.name}: ${failure}` };
	});
};

const findingOf = (clause: string, says: string, judged: readonly Judged[]): Finding => {
	const own = judged.filter((check) => check.clause === clause);
	const failed = own.filter(({ failure }) => failure !== null);
	const failures = failed.map(({ failure }) => failure as string);
	const found = { clause, says, failures };
	if (!own.length) return { ...found, verdict: 'untold' };
	if (!failed.length) return { ...found, verdict: 'holds' };
	const level = failed.some((check) => check.level === 'MUST') ? 'MUST' : 'SHOULD';
	return { ...found, verdict: 'fails', level };
};

/** Runs all vectors against a server, one after another, so that their counts do not mix. */
export const runVectors = async (
	{ clauses, vectors }: Wire,
	target: Target
): Promise<Finding[]> => {
	const judged: Judged[] = [];
	for (const vector of vectors) judged.push(...(await judge(vector, target)));
	return Object.entries(clauses).map(([clause, says]) => findingOf(clause, says, judged));
};
