import type { Concurrency } from '$app/forms';

/** How a form can handle a submission while another is in flight, and the effect on this page. */
export const policies: Record<Concurrency, string> = {
	parallel: 'Each press is sent at once, and each counts.',
	drop: 'While one is under way, more presses are ignored.',
	replace: 'A new press aborts the one that is under way.',
	queue: 'Each press waits for the one before it, and each counts.'
};

export const isPolicy = (value: string | null): value is Concurrency =>
	value !== null && Object.hasOwn(policies, value);
