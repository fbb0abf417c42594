import type { SubmissionStore } from '../store.ts';
import { fromText, toText, type Recording } from './recording.ts';
import { after, inTime, offer, replaceIn, type Maybe } from './steps.ts';
import { CLAIM } from './entries.ts';

/** Milliseconds that a claim outlives its server. A live server renews it. */
export const LEASE = 30_000;
const RENEWAL = LEASE / 6;
/** The pause after a failed renewal. */
const NEXT_RENEWAL = 1000;

/**
 * Which copies get a response:
 * `kept` all, until it expires; `failure` the same, but it may be dropped earlier; `shared` only those that already
 * wait; `refused` only those that wait in this process; `dropped` none.
 */
export type Fate = 'kept' | 'failure' | 'shared' | 'refused' | 'dropped';

/** A response after its claim has ended. */
export interface Settled {
	/** The response that copies get. It is another server's if this one was suspended for longer than its lease. */
	recording: Recording;
	/** Settles when the store has accepted it. */
	over: Promise<void>;
}

/** The right to run the action of a submission. */
export interface Claim {
	/** Ends the claim with a response. Waits for the store for a moment, and never rejects. */
	settle(recording: Recording, fate: Fate): Promise<Settled>;
}

/** The key of a `shared` response: only copies that have seen the claim can find it. */
export const sharedKey = (key: string, claim: string): string => key + claim;

/** Renews a claim until it is stopped. */
const renew = (store: SubmissionStore, key: string, own: string) => {
	let renewed: Promise<unknown> | undefined;
	let isLogged = false;
	const step = async (): Promise<number> => {
		try {
			const isThere = await replaceIn(store, key, [own, own], LEASE);
			// A store that has lost the claim, for example in a restart, gets it again.
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
		/** Stops, and waits for a renewal in flight: it could overwrite the response. */
		stop(): Promise<unknown> | undefined {
			isOver = true;
			clearTimeout(timer);
			return renewed;
		}
	};
};

/**
 * Replaces a claim with the response.
 *
 * @returns the response that the store has now
 */
const keep = (
	store: SubmissionStore,
	key: string,
	[own, text]: [own: string, text: string]
): Maybe<string> =>
	after(replaceIn(store, key, [own, text], store.maxAge), (isKept) =>
		isKept ? text : keepWithoutClaim(store, key, [own, text])
	);

const keepWithoutClaim = async (
	store: SubmissionStore,
	key: string,
	[own, text]: [own: string, text: string]
): Promise<string> => {
	let expected = own;
	do {
		if (await inTime(() => store.add(key, text, store.maxAge))) break;
		const value = await inTime(() => store.get(key));
		if (value && !value.startsWith(CLAIM)) return value;
		// The claim expired, and another server runs the action now: the first response counts for all.
		if (value) expected = value;
	} while (!(await replaceIn(store, key, [expected, text], store.maxAge)));
	return text;
};

/** Takes over a claim for this process, and renews it until it is settled. */
export const hold = (store: SubmissionStore, key: string, own: string): Claim => {
	const renewal = renew(store, key, own);

	/** @returns the response that the store has instead of this one, or `null` */
	const keepAnswer = (recording: Recording, isFailure: boolean): Maybe<string | null> => {
		const text = toText(recording, isFailure);
		return after(keep(store, key, [own, text]), (stored) => {
			if (stored === text) return null;
			console.error(
				`A submission has run twice: this server was stopped for longer than ${LEASE} ms`
			);
			return stored;
		});
	};

	const giveUp = async (recording: Recording, fate: Fate): Promise<null> => {
		// First the response, then the end of the claim: a copy that sees the claim gone must find the response.
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
				() =>
					after(stopped, () =>
						after(
							isKept ? keepAnswer(recording, fate === 'failure') : giveUp(recording, fate),
							(found) => void (stored = found)
						)
					),
				isKept ? store.maxAge : LEASE
			);
			// No longer than one step, because the user is waiting too.
			await Promise.resolve(inTime(() => offered)).catch(() => {});
			return { recording: stored === null ? recording : fromText(stored), over };
		}
	};
};
