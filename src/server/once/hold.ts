import type { SubmissionStore } from '../store.ts';
import { fromText, toText, type Recording } from './recording.ts';
import { inTime, offer, replaceIn } from './steps.ts';
import { CLAIM } from './entries.ts';

/** How long a claim lasts, in milliseconds, if its server dies. It is renewed until then. */
export const LEASE = 30_000;
const RENEWAL = LEASE / 6;
/** After a renewal that failed. */
const NEXT_RENEWAL = 1000;

/**
 * What becomes of a response: copies get it for a time, `kept`, or for a shorter one where it is a `failure`; those
 * that wait do, `shared`; those that wait in this process do, `refused`; or none, `dropped`.
 */
export type Fate = 'kept' | 'failure' | 'shared' | 'refused' | 'dropped';

/** What has become of it. */
export interface Settled {
	/** The response that the copies get: that of another server, where this one was stopped for longer than its lease. */
	recording: Recording;
	/** Settles when the store has taken it. */
	over: Promise<void>;
}

/** The right to run the action of a submission. */
export interface Claim {
	/** Gives it up, with the response. Waits for the store for a moment, and never rejects. */
	settle(recording: Recording, fate: Fate): Promise<Settled>;
}

/** Where those that have seen a claim find the response that no one else gets. */
export const sharedKey = (key: string, claim: string): string => key + claim;

/** Renews a claim, until it is told to stop. */
const renew = (store: SubmissionStore, key: string, own: string) => {
	let renewed: Promise<unknown> = Promise.resolve();
	let isLogged = false;
	const step = async (): Promise<number> => {
		try {
			const isThere = await replaceIn(store, key, [own, own], LEASE);
			// A store that has lost it, such as one that was restarted, gets it again.
			if (!isThere) await inTime(() => store.add(key, own, LEASE));
			return RENEWAL;
		} catch (error) {
			if (!isLogged) console.error(error);
			isLogged = true;
			return NEXT_RENEWAL;
		}
	};
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isOver = false;
	const plan = (pause: number): void => {
		const run = async (): Promise<void> => {
			const next = await step();
			if (!isOver) plan(next);
		};
		timer = setTimeout(() => (renewed = run()), pause);
	};
	plan(RENEWAL);
	return {
		/** One that is in flight would come after the response, and replace it. */
		stop(): Promise<unknown> {
			isOver = true;
			clearTimeout(timer);
			return renewed;
		}
	};
};

/**
 * Puts a response in place of the claim that it was made under.
 *
 * @returns the response that is in the store now
 */
const keep = async (
	store: SubmissionStore,
	key: string,
	[own, text]: [own: string, text: string]
): Promise<string> => {
	let expected = own;
	while (!(await replaceIn(store, key, [expected, text], store.maxAge))) {
		if (await inTime(() => store.add(key, text, store.maxAge))) break;
		const value = await inTime(() => store.get(key));
		if (value && !value.startsWith(CLAIM)) return value;
		// The claim fell, and another runs the action now: the first response counts for all.
		if (value) expected = value;
	}
	return text;
};

/** A claim that this process has. */
export const hold = (store: SubmissionStore, key: string, own: string): Claim => {
	const renewal = renew(store, key, own);

	/** @returns the response that is in the store then, where it is not this one */
	const keepAnswer = async (recording: Recording, isFailure: boolean): Promise<string | null> => {
		const text = toText(recording, isFailure);
		const stored = await keep(store, key, [own, text]);
		if (stored === text) return null;
		console.error(
			`A submission has run twice: this server was stopped for longer than ${LEASE} ms`
		);
		return stored;
	};

	const giveUp = async (recording: Recording, fate: Fate): Promise<null> => {
		// Before the claim goes, so that whoever sees it gone finds this.
		if (fate === 'shared')
			await inTime(() => store.set(sharedKey(key, own), toText(recording, true), LEASE));
		await replaceIn(store, key, [own, own], 0);
		return null;
	};

	return {
		async settle(recording, fate) {
			const stopped = renewal.stop();
			const isKept = fate === 'kept' || fate === 'failure';
			let stored: string | null = null;
			const { offered, over } = offer(
				async () => {
					await stopped;
					stored = await (isKept
						? keepAnswer(recording, fate === 'failure')
						: giveUp(recording, fate));
				},
				isKept ? store.maxAge : LEASE
			);
			// Not for longer: the user waits, too.
			await inTime(() => offered).catch(() => {});
			return { recording: stored === null ? recording : fromText(stored), over };
		}
	};
};
