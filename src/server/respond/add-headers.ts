import { JSON_TYPE } from '../../protocol/wire.ts';
import { discard, isRedirected, WholeAnswer, type Answer } from '../answer.ts';
import type { Exchange } from '../visit/exchange.ts';

/** A response of `fetch` or `Response.redirect` cannot be changed; our own can. */
const changeable = (answer: Answer): Answer =>
	answer instanceof WholeAnswer ? answer : new Response(answer.body, answer);

/**
 * An app's own redirect, such as one of `handle`, as our client reads it: `fetch` would follow it out of sight, where
 * no one sees that it goes round in circles, or to another origin.
 */
const forClient = ({ wanted }: Exchange, answer: Answer): Answer => {
	if (wanted.answer !== 'data' || !isRedirected(answer)) return answer;
	discard(answer);
	const { status, headers } = answer;
	const location = headers.get('location');
	const readable = new WholeAnswer(JSON.stringify({ type: 'redirect', status, location }), {
		status: 200,
		headers
	});
	for (const name of ['location', 'content-length', 'content-encoding'])
		readable.headers.delete(name);
	readable.headers.set('content-type', JSON_TYPE);
	readable.headers.set('cache-control', 'private, no-store');
	return readable;
};

/**
 * Adds to a response, whoever made it, what was asked for on the way: headers, where it does not
 * set them itself, and cookies. A response to HEAD loses its body.
 */
export const addHeaders = (exchange: Exchange, made: Answer): Answer => {
	const { event, headers, jar } = exchange;
	const answer = forClient(exchange, made);
	const isHead = event.request.method === 'HEAD';
	const added = Object.entries(headers).filter(([name]) => !answer.headers.has(name));
	const cookies = jar.headers().map((cookie) => ['set-cookie', cookie] as const);
	// A platform's own answers, such as an upgrade to a web socket, do not survive being copied.
	if (!isHead && !added.length && !cookies.length) return answer;
	if (isHead) discard(answer);
	const finished = isHead ? new WholeAnswer(null, answer) : changeable(answer);
	for (const [name, value] of [...added, ...cookies]) finished.headers.append(name, value);
	return finished;
};
