import type { Handle, ResolveOptions } from '../server/types.ts';

type Transform = ResolveOptions['transformPageChunk'];

/** Combines two transforms. The later handler in a sequence is nearer to the page, so it changes the page first. */
const inTurn = (near: Transform, far: Transform): Transform => {
	if (!near || !far) return near ?? far;
	return async ({ html, done }) => {
		const changed = (await near({ html, done })) ?? html;
		return (await far({ html: changed, done })) ?? changed;
	};
};

/**
 * Combines several `handle` functions: the `resolve` of each one calls the next.
 *
 * @param handlers in the order in which they see the request. Their `transformPageChunk` functions run in the opposite
 *   order
 * @example
 * export const handle = sequence(rateLimit, authenticate);
 */
export const sequence =
	(...handlers: Handle[]): Handle =>
	({ event, resolve }) => {
		const run = (
			depth: number,
			current: typeof event,
			outer: ResolveOptions
		): ReturnType<Handle> => {
			const handler = handlers[depth];
			if (!handler) return resolve(current, outer);
			return handler({
				event: current,
				resolve: async (next, options = {}) => {
					const transformPageChunk = inTurn(options.transformPageChunk, outer.transformPageChunk);
					const merged = { ...outer, ...options };
					return run(
						depth + 1,
						next,
						transformPageChunk ? { ...merged, transformPageChunk } : merged
					);
				}
			});
		};
		return run(0, event, {});
	};

export type { Handle };
