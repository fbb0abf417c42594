import { discard, WholeAnswer, type Answer } from '../answer.ts';
import type { Exchange } from '../visit/exchange.ts';

/** An answer of `fetch` or `Response.redirect` cannot be changed; our own can. */
const changeable = (answer: Answer): Answer =>
	answer instanceof WholeAnswer ? answer : new Response(answer.body, answer);

/**
 * Adds to an answer, whoever made it, what was asked for on the way: headers, where it does not
 * set them itself, and cookies. An answer to HEAD loses its body.
 */
export const addHeaders = ({ event, headers, jar }: Exchange, answer: Answer): Answer => {
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
