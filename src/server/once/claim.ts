import type { SubmissionStore } from '../store.ts';
import { hold, LEASE, sharedKey, type Claim } from './hold.ts';
import { fromText, type Recording } from './recording.ts';
import { RetryLater } from './retry-later.ts';
import { inTime, offer, replaceIn, sleep, STEP } from './steps.ts';
import { CLAIM } from './entries.ts';

/** Milliseconds that a copy waits for another server, or for other copies, before it is told to retry. */
export const PATIENCE = 2500;

/** The same, while the store is away. */
const PATIENCE_AWAY = 2000;

/** Milliseconds between two looks at what another server does: double each time. */
const FIRST_PAUSE = 20;
const LAST_PAUSE = 500;

/** A copy of a submission that wants to run its action. */
interface Seeker {
	store: SubmissionStore;
	key: string;
	/** The value of its own claim. */
	own: string;
	/** The value of another copy's claim, as last seen. */
	other: string;
	/** When to give up, as `Date.now()` counts. */
	until: number;
}

/** Whether we made the claim, and it still has its full time to run. */
const isOurs = async ({ store, key, own }: Seeker, value: string, asked: number) => {
	const isYoung = Date.now() - asked < LEASE / 2;
	// A step that timed out may still have been done. And a server that was suspended must not go on with a claim
	// that has expired in the meantime.
	return value === own && (isYoung || replaceIn(store, key, [own, own], LEASE));
};

/** Looks once: the claim, a response, or `null` while another has the claim. */
const look = async (seeker: Seeker): Promise<Claim | Recording | null> => {
	const { store, key, own, other, until } = seeker;
	const asked = Date.now();
	/** The last look takes no longer than any other. */
	const limit = Math.min(STEP, Math.max(until - asked, LAST_PAUSE));
	const isAdded = await inTime(() => store.add(key, own, LEASE), limit);
	const shared = other && (await inTime(() => store.get(sharedKey(key, other)), limit));
	if (isAdded && shared) await replaceIn(store, key, [own, own], 0);
	if (shared) return fromText(shared);
	const value = isAdded ? own : ((await inTime(() => store.get(key), limit)) ?? '');
	if (value && !value.startsWith(CLAIM)) return fromText(value);
	if (await isOurs(seeker, value, asked)) return hold(store, key, own);
	if (value !== own) seeker.other = value || other;
	return null;
};

/** Decides when to give up. */
const createPatience = (until: number) => {
	let awayUntil = Infinity;
	return {
		isOver: () => Date.now() >= Math.min(until, awayUntil),
		met(isAway: boolean) {
			awayUntil = isAway ? Math.min(awayUntil, Date.now() + PATIENCE_AWAY) : Infinity;
		}
	};
};

/**
 * Claims a submission. If another copy has the claim, waits for its response or for the claim to end.
 *
 * @param until when to give up, as `Date.now()` counts
 * @returns the claim, or the response that another copy has recorded
 * @throws {RetryLater} if neither is available in time. This copy then leaves nothing in the store
 */
export const claim = async (
	store: SubmissionStore,
	key: string,
	until: number = Date.now() + PATIENCE
): Promise<Claim | Recording> => {
	const own = CLAIM + crypto.randomUUID();
	const seeker: Seeker = { store, key, own, other: '', until };
	const patience = createPatience(until);
	let failure: unknown;
	let hasFailed = false;
	for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LAST_PAUSE)) {
		try {
			const found = await look(seeker);
			if (found) return found;
			failure = undefined;
		} catch (error) {
			failure = error ?? new Error('The store of submissions rejected');
			hasFailed = true;
		}
		patience.met(failure !== undefined);
		if (patience.isOver()) break;
		await sleep(pause);
	}
	// A failed step may still have stored our claim, which would keep other copies waiting.
	if (hasFailed) void offer(() => replaceIn(store, key, [own, own], 0), LEASE);
	throw new RetryLater(failure);
};
