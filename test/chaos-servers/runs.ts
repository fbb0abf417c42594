import { readFileSync } from 'node:fs';
import type { Death } from './farm.ts';
import type { Outage } from './plan.ts';

/** How an action ran, as the process that ran it wrote down. */
export interface Run {
	number: number;
	run: string;
	pid: number;
	began: number;
	/** `Infinity` where it never did. */
	ended: number;
}

/** @param file that the servers wrote to */
export const readRuns = (file: string): Run[] => {
	const runs = new Map<string, Run>();
	for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
		const { pid, at, began, run } = JSON.parse(line);
		const known = runs.get(run);
		if (known) known.ended = at;
		else runs.set(run, { number: began, run, pid, began: at, ended: Infinity });
	}
	return [...runs.values()];
};

/** A server has its answer in the store when that was there for so many milliseconds: clients may need two of them. */
const STORED = 3000;

/** For how long the store was there without a break, at most, in some time. */
const longestPresence = (from: number, to: number, outages: Outage[]): number => {
	let longest = 0;
	let start = from;
	for (const outage of outages) {
		if (outage.to < start || outage.from > to) continue;
		longest = Math.max(longest, outage.from - start);
		start = outage.to;
	}
	return Math.max(longest, to - start);
};

/** A submission that ran twice. */
interface Twice {
	number: number;
	/** Why no store could have prevented it, or `null`. */
	reason: string | null;
}

const reasonFor = (first: Run, deaths: Death[], outages: Outage[]): string | null => {
	const death = deaths.find(({ pid }) => pid === first.pid);
	if (!death) return null;
	if (death.at <= first.ended) return `process ${first.pid} was killed in the middle of its action`;
	if (longestPresence(first.ended, death.at, outages) > STORED) return null;
	return `process ${first.pid} was killed before the store had taken its answer`;
};

/** The submissions that ran more than once. */
export const twice = (runs: Run[], deaths: Death[], outages: Outage[]): Twice[] => {
	const byNumber = new Map<number, Run[]>();
	for (const run of runs) byNumber.set(run.number, [...(byNumber.get(run.number) ?? []), run]);
	return [...byNumber].flatMap(([number, all]) => {
		const earlier = all.toSorted((one, other) => one.began - other.began).slice(0, -1);
		const reasons = earlier.map((run) => reasonFor(run, deaths, outages));
		if (!earlier.length) return [];
		return { number, reason: reasons.includes(null) ? null : reasons.join('; ') };
	});
};
