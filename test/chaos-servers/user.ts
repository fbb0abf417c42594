import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
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

/** What softpost's client does by itself before it shows an error. */
const TRIES = 15;

const ask = async (
	url: string,
	id: string,
	body: string
): Promise<[Trip, Response | null, string]> => {
	const began = Date.now();
	try {
		const response = await fetch(url, {
			method: 'POST',
			body,
			headers: {
				'content-type': 'application/x-www-form-urlencoded',
				'sec-fetch-site': 'same-origin',
				accept: 'application/json',
				'x-sveltekit-action': 'true',
				'x-softpost-submission': id
			}
		});
		const text = await response.text();
		return [{ began, took: Date.now() - began, status: response.status }, response, text];
	} catch {
		return [{ began, took: Date.now() - began, status: 0 }, null, ''];
	}
};

const isLater = (response: Response, text: string): boolean =>
	response.status === 503 && JSON.parse(text).error?.code === 'retry_later';

/** Sends one copy: again where the server says so, and where the connection broke, as users do. */
const sendCopy = async (url: string, id: string, number: number, body: string): Promise<Copy> => {
	const trips: Trip[] = [];
	for (let tries = 0; tries < TRIES;) {
		const [trip, response, text] = await ask(url, id, body);
		trips.push(trip);
		if (response && !isLater(response, text)) {
			const answer = response.status >= 500 ? null : text;
			return { number, trips, answer, at: Date.now() };
		}
		// A broken connection is shown; users press "try again" for as long as it takes.
		if (response) tries++;
		await sleep(response ? Number(response.headers.get('retry-after')) * 1000 : 300);
	}
	return { number, trips, answer: null, at: Date.now() };
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
