import { submissionId } from '../../protocol/submission-id.ts';
import { fromText, toText, type Recording } from './recording.ts';
import type { SubmissionStore } from '../store.ts';
import { CLAIM } from './submission-store.ts';

/** How long a claim holds, in milliseconds, when the server that has it dies. It is renewed until then. */
const LEASE = 30_000;
const RENEWAL = LEASE / 3;

/** Milliseconds between two looks at what another server does: double each time. */
const FIRST_PAUSE = 20;
const LAST_PAUSE = 500;

/** What becomes of an answer: copies get it for a time, those that wait do, or none. */
export type Fate = 'kept' | 'shared' | 'dropped';

/** The right to run the action of a submission. */
export interface Claim {
	/** Gives it up, with the answer. Never rejects. */
	settle(recording: Recording, fate: Fate): Promise<void>;
}

const sleep = (pause: number): Promise<void> =>
	new Promise((resolve) => {
		setTimeout(resolve, pause);
	});

/** Where those that have seen a claim find the answer that nobody else gets. */
const sharedKey = (key: string, claim: string): string => key + claim;

/** The action is done or under way: what the store does wrong is for the log, and no longer for the user. */
const logged = async (step: () => unknown): Promise<void> => {
	try {
		await step();
	} catch (error) {
		console.error(error);
	}
};

const hold = (store: SubmissionStore, key: string, own: string): Claim => {
	let renewed = Promise.resolve();
	const renew = (): unknown => store.set(key, own, LEASE);
	const timer = setInterval(() => (renewed = renewed.then(() => logged(renew))), RENEWAL);
	const publish = async (recording: Recording, fate: Fate): Promise<unknown> => {
		if (fate === 'kept') return store.set(key, toText(recording), store.maxAge);
		// Before the claim goes, so that whoever sees it gone finds this.
		if (fate === 'shared') await store.set(sharedKey(key, own), toText(recording), LEASE);
		return store.delete(key);
	};
	return {
		async settle(recording, fate) {
			clearInterval(timer);
			// A renewal that is under way would come after the answer, and replace it.
			await renewed;
			await logged(() => publish(recording, fate));
		}
	};
};

/**
 * Claims a submission; where another has it, waits for the answer or for the claim to fall.
 *
 * @returns the claim, or the answer that another has recorded
 * @throws what the store throws
 */
export const claim = async (store: SubmissionStore, key: string): Promise<Claim | Recording> => {
	const own = CLAIM + submissionId();
	let other = '';
	for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LAST_PAUSE)) {
		const isOwn = await store.add(key, own, LEASE);
		const shared = other && (await store.get(sharedKey(key, other)));
		if (isOwn && shared) await store.delete(key);
		if (shared) return fromText(shared);
		if (isOwn) return hold(store, key, own);
		const value = await store.get(key);
		if (value && !value.startsWith(CLAIM)) return fromText(value);
		other = value || other;
		await sleep(pause);
	}
};
