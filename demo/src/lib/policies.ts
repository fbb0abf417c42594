import type { Concurrency } from '$app/forms';

/** What can become of a submission that comes while another is under way, and what that does here. */
export const policies: Record<Concurrency, string> = {
	parallel: 'Each press is sent at once, and each counts.',
	drop: 'While one is under way, more presses are ignored.',
	replace: 'A new press aborts the one that is under way.',
	queue: 'Each press waits for the one before it, and each counts.'
};

export const isPolicy = (value: string | null): value is Concurrency =>
	value !== null && Object.hasOwn(policies, value);
