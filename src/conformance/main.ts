import { parseArgs } from 'node:util';
import { ask, type Target } from './ask.ts';
import { runVectors, type Finding } from './run.ts';
import type { Wire } from './vectors.ts';

const USAGE = `softpost-conformance [--origin ORIGIN] [--timeout MILLISECONDS] [--json] URL

Tests the server of the conformance page at URL (see the end of docs/wire.md),
and lists the clauses that hold, do not hold, and could not be tested.
Exits with 1 if a MUST does not hold, with 2 if the server cannot be reached.`;

const DEFAULT_TIMEOUT = 5000;

const OPTIONS = {
	origin: { type: 'string' },
	timeout: { type: 'string', default: String(DEFAULT_TIMEOUT) },
	json: { type: 'boolean', default: false },
	help: { type: 'boolean', default: false }
} as const;

const MARKS = { holds: 'holds ', fails: 'FAILS ', untold: '?     ' };

const lineOf = ({ clause, says, verdict, level, failures }: Finding): string =>
	[
		`${MARKS[verdict]} ${clause.padEnd(4)} ${says}${level ? ` (${level})` : ''}`,
		...failures.map((failure) => `            ${failure}`)
	].join('\n');

const summaryOf = (findings: readonly Finding[]): string => {
	const count = (verdict: Finding['verdict']): number =>
		findings.filter((finding) => finding.verdict === verdict).length;
	return `${count('holds')} hold, ${count('fails')} do not, ${count('untold')} could not be tested`;
};

const readArguments = (args: string[]): { target: Target; json: boolean } | null => {
	const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
	const [given] = positionals;
	if (values.help || given === undefined) return null;
	const url = new URL(given);
	const timeout = Number(values.timeout);
	if (!(timeout > 0)) throw new TypeError(`--timeout is ${values.timeout}. Pass milliseconds`);
	const origin = new URL(values.origin ?? url).origin;
	return { target: { url, origin, timeout }, json: values.json };
};

/** Checks that the server responds at all. Returns the failure, or `null`. */
const isThere = async (target: Target): Promise<string | null> => {
	const [answer] = await ask(
		{ name: '', action: null, method: 'GET', send: {}, checks: [] },
		target
	);
	return answer && 'failure' in answer ? answer.failure : null;
};

/**
 * Runs the command.
 *
 * @param args  its command-line arguments
 * @param wire  the vectors
 * @param print prints one line
 * @returns the exit code: 0; 1 if a MUST fails; 2 if the server cannot be reached
 */
export const main = async (
	args: string[],
	wire: Wire,
	print: (line: string) => void
): Promise<number> => {
	try {
		const read = readArguments(args);
		if (!read) print(USAGE);
		if (!read) return 2;
		const failure = await isThere(read.target);
		if (failure) throw new Error(`${read.target.url} does not respond: ${failure}`);
		const findings = await runVectors(wire, read.target);
		if (read.json) print(JSON.stringify(findings, null, '\t'));
		else print([...findings.map(lineOf), summaryOf(findings)].join('\n'));
		return findings.some(({ level }) => level === 'MUST') ? 1 : 0;
	} catch (error) {
		print((error as Error).message);
		return 2;
	}
};
