import type { Concurrency } from '../../../../src/form/types.ts';

/** The reaction of the server, or the network, to a submission. */
export type Kind = 'success' | 'failure' | 'redirect' | 'error' | 'network';

/** The events of a schedule. */
export interface Plan {
	policy: Concurrency;
	/** The form of each submission. */
	forms: readonly number[];
	/** The answer to each submission. */
	kinds: readonly Kind[];
	/** Whether data, a page or a boundary arrives in a separate event; else at once. */
	lands: boolean;
	/** What else may happen, once. */
	special: readonly ('abort' | 'timeout' | 'leave')[];
}

/** One thing that happens, most often to a submission, by number. */
export type Event = `${'submit' | 'answer' | 'land' | 'abort' | 'timeout'} ${number}` | 'leave';

/** One possible order of events, with the visible state after each event. */
export interface Schedule {
	plan: Plan;
	events: Event[];
	expected: string[];
}

interface Submission {
	state: 'waiting' | 'sent' | 'applying' | 'over';
	/** The age of the page when it was submitted. */
	born: number;
	/** The awaited data, with the age of the page and the boundary at its start. */
	awaits?: { what: 'data' | 'page' | 'boundary'; age: number; error: number | null };
	/** Whether its form had given way to a boundary. */
	gone?: boolean;
}

interface World {
	plan: Plan;
	submissions: Submission[];
	/** The newest submission of each form whose result counted. */
	applied: number[];
	/** Counts the user's moves. */
	age: number;
	form: number | null;
	error: number | null;
	special: boolean;
	notes: string[];
}

const begin = (plan: Plan): World => ({
	plan,
	submissions: [],
	applied: [],
	age: 0,
	form: null,
	error: null,
	special: false,
	notes: []
});

const copy = (world: World): World => ({
	...world,
	submissions: world.submissions.map((submission) => ({ ...submission })),
	applied: [...world.applied],
	notes: []
});

const isOver = ({ state }: Submission): boolean => state === 'over';

/** The numbers of the submissions of a form that are in flight. */
const underWay = ({ plan, submissions }: World, form: number): number[] =>
	submissions.flatMap((submission, number) =>
		plan.forms[number] === form && !isOver(submission) ? [number] : []
	);

const overtaken = ({ plan, applied }: World, number: number): boolean =>
	(applied[plan.forms[number]!] ?? -1) > number;

const isStale = (world: World, number: number): boolean =>
	overtaken(world, number) || world.submissions[number]!.born !== world.age;

const note = (world: World, what: string, number: number): void =>
	void world.notes.push(`${what} ${number}`);

/** Ends a submission, and sends those of its form that may go now. */
const end = (world: World, number: number): void => {
	world.submissions[number]!.state = 'over';
	sendWaiting(world, world.plan.forms[number]!);
};

const sendWaiting = (world: World, form: number): void => {
	const [first, ...others] = underWay(world, form);
	for (const number of world.plan.policy === 'queue' ? [first] : [first, ...others]) {
		const submission = world.submissions[number!];
		if (submission?.state !== 'waiting') continue;
		submission.state = 'sent';
		note(world, 'sent', number!);
	}
};

const tell = (world: World, number: number, what: string): boolean => {
	const stale = isStale(world, number);
	note(world, `told ${what}${stale ? ' stale' : ''}`, number);
	return stale;
};

const giveUp = (world: World, number: number): void => {
	tell(world, number, 'aborted');
	end(world, number);
};

const submit = (world: World, number: number): void => {
	const form = world.plan.forms[number]!;
	const before = underWay(world, form);
	const dropped = world.plan.policy === 'drop' && before.length;
	world.submissions[number] = { state: dropped ? 'over' : 'waiting', born: world.age };
	if (dropped) return;
	if (world.plan.policy === 'replace')
		for (const earlier of before)
			if (world.submissions[earlier]!.state !== 'applying') giveUp(world, earlier);
	sendWaiting(world, form);
};

const wait = (world: World, number: number, what: 'data' | 'page' | 'boundary'): void => {
	const { age, error, submissions } = world;
	note(world, what, number);
	Object.assign(submissions[number]!, { state: 'applying', awaits: { what, age, error } });
	if (!world.plan.lands) land(world, number);
};

/** The first effects of a valid result. */
const apply = (world: World, number: number, kind: Kind | 'timeout'): void => {
	const gone = world.error !== null;
	world.applied[world.plan.forms[number]!] = number;
	world.submissions[number]!.gone = gone;
	if (kind === 'redirect') {
		world.age += 1;
		return wait(world, number, 'page');
	}
	if (kind !== 'success' && kind !== 'failure') return wait(world, number, 'boundary');
	if (kind === 'success' && gone) note(world, 'reset', number);
	if (kind === 'success' || gone) return wait(world, number, 'data');
	world.form = number;
	note(world, 'focus', number);
	end(world, number);
};

const answer = (world: World, number: number, kind: Kind | 'timeout'): void => {
	if (tell(world, number, kind)) end(world, number);
	else apply(world, number, kind);
};

/** The data that a submission has waited for has arrived. */
const land = (world: World, number: number): void => {
	const { awaits, gone } = world.submissions[number]!;
	const { what, age, error } = awaits!;
	const moved = age !== world.age;
	const late = overtaken(world, number);
	if (what === 'page') {
		if (!moved) [world.form, world.error] = [null, null];
		return end(world, number);
	}
	if (what === 'boundary' && !moved && !late) world.error = number;
	// Data hides no boundary that is newer than the wish for it.
	if (what === 'data' && !moved && error === world.error) world.error = null;
	if (what === 'data' && !isStale(world, number)) {
		world.form = number;
		if (world.plan.kinds[number] === 'success' && !gone) note(world, 'reset', number);
	}
	if (!isStale(world, number)) note(world, 'focus', number);
	end(world, number);
};

const happen = (world: World, event: Event): void => {
	const [what, digit] = event.split(' ');
	const number = Number(digit);
	if (/abort|timeout|leave/.test(what!)) world.special = true;
	if (what === 'submit') submit(world, number);
	else if (what === 'answer') answer(world, number, world.plan.kinds[number]!);
	else if (what === 'timeout') answer(world, number, 'timeout');
	else if (what === 'land') land(world, number);
	else if (what === 'leave') {
		world.age += 1;
		[world.form, world.error] = [null, null];
	} else if (world.submissions[number]!.state !== 'applying') giveUp(world, number);
};

/** What can happen next. */
const possible = (world: World): Event[] => {
	const { plan, submissions, special } = world;
	const next = submissions.length;
	const events: Event[] = next < plan.forms.length ? [`submit ${next}`] : [];
	for (const [number, { state }] of submissions.entries()) {
		if (state === 'sent') events.push(`answer ${number}`);
		if (state === 'applying') events.push(`land ${number}`);
		if (special || state === 'over') continue;
		if (plan.special.includes('abort')) events.push(`abort ${number}`);
		if (plan.special.includes('timeout') && state === 'sent') events.push(`timeout ${number}`);
	}
	const leaves = plan.special.includes('leave') && !special && !submissions.every(isOver);
	return leaves ? [...events, 'leave'] : events;
};

/** The visible state of a form runtime at one moment, and its actions since the last. */
export const observe = (
	form: number | null,
	error: number | null,
	pending: readonly number[],
	notes: readonly string[]
): string => `form ${form}, error ${error}, pending ${pending.join()}: ${notes.toSorted().join()}`;

const seen = (world: World): string => {
	const pending = [0, 1].map((form) => underWay(world, form).length);
	return observe(world.form, world.error, pending, world.notes);
};

/**
 * All the ways in which a plan can happen.
 *
 * @yields {Schedule} one of them
 */
export const schedulesOf = function* (
	plan: Plan,
	world = begin(plan),
	events: Event[] = [],
	expected: string[] = []
): Generator<Schedule> {
	const next = possible(world);
	if (!next.length) yield { plan, events, expected };
	for (const event of next) {
		const then = copy(world);
		happen(then, event);
		yield* schedulesOf(plan, then, [...events, event], [...expected, seen(then)]);
	}
};
