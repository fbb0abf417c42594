import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sendAgain } from '../../src/form/sent/send-again.ts';
import type { Random } from './random.ts';

/** One request. */
export interface Trip {
	began: number;
	/** Milliseconds until its answer, or its end without one. */
	took: number;
	/** HTTP's; 0 for a connection that broke. */
	status: number;
}

/** One copy of a submission, until its user saw something. */
export interface Copy {
	number: number;
	trips: Trip[];
	/** The answer as it was seen; `null` where the user saw an error that is no broken connection. */
	answer: string | null;
	/** When the user saw it. */
	at: number;
}

/** What the page that the user sees has. */
const headersOf = (id: string): Record<string, string> => ({
	'content-type': 'application/x-www-form-urlencoded',
	'sec-fetch-site': 'same-origin',
	accept: 'application/json',
	'x-sveltekit-action': 'true',
	'x-softpost-submission': id
});

/** Asks as often as softpost's client does before it shows something. */
const ask = async (url: string, id: string, body: string, trips: Trip[]): Promise<Response> => {
	const once = async (): Promise<Response> => {
		const trip: Trip = { began: Date.now(), took: 0, status: 0 };
		trips.push(trip);
		try {
			const response = await fetch(url, { method: 'POST', body, headers: headersOf(id) });
			const text = await response.text();
			trip.status = response.status;
			return new Response(text, response);
		} finally {
			trip.took = Date.now() - trip.began;
		}
	};
	return sendAgain(await once(), once, new AbortController().signal);
};

/** Sends one copy; again where the connection broke, as users do, for as long as it takes. */
const sendCopy = async (url: string, id: string, number: number, body: string): Promise<Copy> => {
	const trips: Trip[] = [];
	for (;;) {
		const response = await ask(url, id, body, trips).catch(() => null);
		if (response) {
			const answer = response.status >= 500 ? null : await response.text();
			return { number, trips, answer, at: Date.now() };
		}
		await sleep(300);
	}
};

/** Sends a submission three times, as a browser that sends again and a user who clicks twice do. */
export const submit = async (url: string, number: number, random: Random): Promise<Copy[]> => {
	const id = randomUUID();
	const body = `number=${number}&delay=${Math.round(random.below(400))}`;
	const pauses = [0, random.below(300), random.below(random.chance(0.3) ? 4000 : 800)];
	return Promise.all(
		pauses.map(async (pause) => {
			await sleep(pause);
			return sendCopy(url, id, number, body);
		})
	);
};
