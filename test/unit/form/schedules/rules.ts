import type { Schedule } from './model.ts';
import type { Played } from './stage.ts';

/** The arguments of one submission's callback, and the submission's later actions. */
interface Told {
	number: number;
	what: string;
	acts: string[];
}

const toldIn = (notes: string[]): Told[] =>
	notes.flatMap((note, index) => {
		const [, what, number] = /^told (.+) (\d)$/.exec(note) ?? [];
		const acts = notes.slice(index + 1).filter((act) => act.endsWith(` ${number}`));
		return what ? [{ number: Number(number), what, acts }] : [];
	});

/** Whether the page shows the last valid result, if nothing led elsewhere. */
const showsNewest = (
	{ plan, events }: Schedule,
	told: Told[],
	{ form, error }: Played
): boolean => {
	if (plan.forms.includes(1) || plan.kinds.includes('redirect') || events.includes('leave'))
		return true;
	const newest = told.findLast(({ what }) => !/stale|aborted/.test(what));
	if (!newest) return form === null && error === null;
	return /success|failure/.test(newest.what)
		? form === newest.number && error === null
		: error === newest.number;
};

/**
 * Holds what was played against what holds for every schedule, whatever the model says of it.
 *
 * @returns the rules that were broken
 */
export const brokenRules = (schedule: Schedule, played: Played): string[] => {
	const { plan, events, expected } = schedule;
	const { seen, notes, overlap, left } = played;
	const told = toldIn(notes);
	const sent = notes.filter((note) => note.startsWith('sent')).length;
	const wrong = seen.findIndex((what, index) => what !== expected[index]);
	const rules: [rule: string, isKept: boolean][] = [
		[`after "${events[wrong]}" it is "${expected[wrong]}", not "${seen[wrong]}"`, wrong < 0],
		['every promise is settled, and every form at rest', left === 0],
		['nothing is pending', !!seen.at(-1)?.includes('pending 0,0')],
		['nobody is told twice', new Set(told.map(({ number }) => number)).size === told.length],
		['everybody is told who was sent', sent <= told.length],
		[
			'nothing that is stale or aborted acts',
			told.every(({ what, acts }) => !/stale|aborted/.test(what) || !acts.length)
		],
		['the newest result that counts is shown', showsNewest(schedule, told, played)],
		['but for parallel ones, requests do not overlap', plan.policy === 'parallel' || overlap <= 1]
	];
	return rules.flatMap(([rule, isKept]) => (isKept ? [] : [rule]));
};
