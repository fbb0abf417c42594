import type { Exchange } from './event.ts';
import { WholeResponse } from './whole-response.ts';

/** An answer of `fetch` or `Response.redirect` cannot be changed; our own can. */
const changeable = (response: Response): Response =>
	response instanceof WholeResponse ? response : new Response(response.body, response);

/**
 * Adds to an answer, whoever made it, what was asked for on the way: headers, where it does not
 * set them itself, and cookies. An answer to HEAD loses its body.
 */
export const finish = ({ event, headers, jar }: Exchange, response: Response): Response => {
	const isHead = event.request.method === 'HEAD';
	const added = Object.entries(headers).filter(([name]) => !response.headers.has(name));
	const cookies = jar.headers().map((cookie) => ['set-cookie', cookie] as const);
	// A platform's own answers, such as an upgrade to a web socket, do not survive being copied.
	if (!isHead && !added.length && !cookies.length) return response;
	const finished = isHead ? new WholeResponse(null, response) : changeable(response);
	for (const [name, value] of [...added, ...cookies]) finished.headers.append(name, value);
	return finished;
};
