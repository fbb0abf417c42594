import { ask, namesOf, type Answer, type Target } from './ask.ts';
import { failureOf } from './checks.ts';
import type { Level, Vector, Wire } from './vectors.ts';

/** What was found of a clause. */
export interface Finding {
	clause: string;
	says: string;
	/** `untold` where nothing was asked, or the server does not have what was asked for. */
	verdict: 'holds' | 'fails' | 'untold';
	/** The highest level among the failures. */
	level?: Level;
	/** The failures, by vector. */
	failures: string[];
}

/** What came of one check. */
interface Judged {
	clause: string;
	level: Level;
	failure: string | null;
}

/** Whether the server has what a vector asks about. */
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
	// Only the last copy is another request where it has headers of its own.
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

/** Asks a server everything, one vector after another, so that none counts what is another's. */
export const runVectors = async (
	{ clauses, vectors }: Wire,
	target: Target
): Promise<Finding[]> => {
	const judged: Judged[] = [];
	for (const vector of vectors) judged.push(...(await judge(vector, target)));
	return Object.entries(clauses).map(([clause, says]) => findingOf(clause, says, judged));
};
