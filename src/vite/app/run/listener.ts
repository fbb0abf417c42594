import type { IncomingMessage, ServerResponse } from 'node:http';
import { SoftpostError } from '../../../protocol/errors.ts';
import { toNodeHandler } from '../../../server/mount/node.ts';
import type { App } from '../../../server/types.ts';

/** Answers a message of Node's `http`. */
export type Listener = (req: IncomingMessage, res: ServerResponse, next?: () => void) => void;

/** Fastify, as far as it is needed: `routing` answers one message. */
interface FastifyLike {
	ready(): PromiseLike<unknown>;
	routing: Listener;
}

const has = (value: unknown, ...names: string[]): boolean =>
	typeof value === 'object' &&
	value !== null &&
	names.every((name) => typeof Reflect.get(value, name) === 'function');

/**
 * What `src/server` returned, as a listener for Node's `http`: a listener (Express's apps are such functions),
 * Fastify, or whatever has a `fetch`, such as Hono.
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
