import { JSON_TYPE } from '../../protocol/wire.ts';
import { discard, isRedirected, WholeAnswer, type Answer } from '../answer.ts';
import type { Exchange } from '../visit/exchange.ts';

/** Copies a `Response`, because those of `fetch` and `Response.redirect` are immutable. Our own can be changed. */
const changeable = (answer: Answer): Answer =>
	answer instanceof WholeAnswer ? answer : new Response(answer.body, answer);

/**
 * Turns a redirect response of app code, for example of `handle`, into a redirect that our client reads. `fetch` would
 * follow it invisibly, even in circles or to another origin.
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
 * Adds the cookies and headers that app code has set. The response's own headers take precedence.
 * A response to HEAD loses its body.
 */
export const addHeaders = (exchange: Exchange, made: Answer): Answer => {
	const { event, headers, jar } = exchange;
	const answer = forClient(exchange, made);
	const isHead = event.request.method === 'HEAD';
	const added = Object.entries(headers).filter(([name]) => !answer.headers.has(name));
	const cookies = jar.headers().map((cookie) => ['set-cookie', cookie] as const);
	// A platform's special responses, such as an upgrade to a WebSocket, cannot be copied.
	if (!isHead && !added.length && !cookies.length) return answer;
	if (isHead) discard(answer);
	const finished = isHead ? new WholeAnswer(null, answer) : changeable(answer);
	for (const [name, value] of [...added, ...cookies]) finished.headers.append(name, value);
	return finished;
};
