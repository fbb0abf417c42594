import { submissionId } from '../protocol/submission-id.ts';
import { ACTION_HEADER, JSON_TYPE } from '../protocol/wire.ts';
import type { Vector } from './vectors.ts';

/** The server under test. */
export interface Target {
	/** The conformance page. */
	url: URL;
	/** The server's origin, as its users see it. */
	origin: string;
	/** How long a response may take, in milliseconds. */
	timeout: number;
}

/** The whole response to a request, or the reason why there is none. */
export type Answer = { status: number; headers: Headers; text: string } | { failure: string };

type Names = (text: string) => string;

/** Fills in the names that differ by server and vector. */
export const namesOf = ({ url, origin }: Target, id = ''): Names => {
	const path = url.pathname + url.search;
	const paged = `${path}${url.search ? '&' : '?'}page=2`;
	const values: Record<string, string> = { origin, path, paged, id };
	return (text) =>
		text.replace(/\{([\w ]+)\}/g, (whole, name: string) =>
			name === 'new id' ? submissionId() : (values[name] ?? whole)
		);
};

const headersOf = (wishes: Record<string, string | null>, named: Names): Headers => {
	const headers = new Headers();
	for (const [name, value] of Object.entries(wishes))
		if (value !== null) headers.set(name, named(value));
	return headers;
};

const bodyOf = ({ body = '', repeat: [text, times] = ['', 0] }: Vector['send']): string =>
	body + text.repeat(times);

const urlOf = ({ action, query = '' }: Vector, { url }: Target): URL => {
	const asked = new URL(url);
	const own = url.search.replace(/^\?/, '');
	const parts = [own, query.replace(/&$/, ''), action === null ? '' : `/${action}`];
	asked.search = parts.filter(Boolean).join('&');
	return asked;
};

const reasonOf = (error: unknown): string => {
	const { message, cause } = error as Error;
	return (cause as Error | undefined)?.message || message;
};

const request = async (vector: Vector, target: Target, named: Names, last: boolean) => {
	const { method = 'POST', send } = vector;
	const wishes = {
		accept: JSON_TYPE,
		[ACTION_HEADER]: 'true',
		origin: target.origin,
		'content-type': send.type ?? null,
		...send.headers,
		...(last ? vector.last : null)
	};
	const body = method === 'GET' ? null : new TextEncoder().encode(named(bodyOf(send)));
	const response = await fetch(urlOf(vector, target), {
		method,
		body,
		headers: headersOf(wishes, named),
		redirect: 'manual',
		signal: AbortSignal.timeout(target.timeout)
	});
	return { status: response.status, headers: response.headers, text: await response.text() };
};

/** Sends the copies of a vector's request, one after another unless the vector says otherwise. */
export const ask = async (vector: Vector, target: Target): Promise<Answer[]> => {
	const { copies = 1, together = false } = vector;
	const named = namesOf(target, submissionId());
	const answers: Promise<Answer>[] = [];
	for (let copy = 1; copy <= copies; copy++) {
		const answer: Promise<Answer> = request(vector, target, named, copy === copies).catch(
			(error: unknown) => ({ failure: reasonOf(error) })
		);
		answers.push(answer);
		if (!together) await answer;
	}
	return Promise.all(answers);
};
