import type { IncomingMessage, ServerResponse } from 'node:http';
import { SoftpostError } from '../../../protocol/errors.ts';
import { toNodeHandler } from '../../../server/mount/node.ts';
import type { App } from '../../../server/types.ts';

/** A request listener for Node's `http`. */
export type Listener = (req: IncomingMessage, res: ServerResponse, next?: () => void) => void;

/** The needed part of Fastify: `routing` handles one request. */
interface FastifyLike {
	ready(): PromiseLike<unknown>;
	routing: Listener;
}

const has = (value: unknown, ...names: string[]): boolean =>
	typeof value === 'object' &&
	value !== null &&
	names.every((name) => typeof Reflect.get(value, name) === 'function');

/**
 * Turns the return value of `src/server` into a listener for Node's `http`: from a listener (an Express app is one),
 * Fastify, or anything with a `fetch`, such as Hono.
 *
 * @throws {SoftpostError} `server_entry` for anything else
 */
export const listenerOf = async (made: unknown): Promise<Listener> => {
	if (typeof made === 'function') return made as Listener;
	if (has(made, 'ready', 'routing')) {
		const fastify = made as FastifyLike;
		await fastify.ready();
		return (req, res) => fastify.routing(req, res);
	}
	if (has(made, 'fetch')) return toNodeHandler(made as App);
	throw new SoftpostError(
		'server_entry',
		'The default export of src/server must return a handler: a function of request and response, an Express, Fastify or Hono app, or a server of node:http'
	);
};
