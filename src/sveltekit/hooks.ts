import type { Handle, ResolveOptions } from '../server/types.ts';

type Transform = ResolveOptions['transformPageChunk'];

/** What comes later in a sequence is nearer to the page, so it changes the page first. */
const inTurn = (near: Transform, far: Transform): Transform => {
	if (!near || !far) return near ?? far;
	return async ({ html, done }) => {
		const changed = (await near({ html, done })) ?? html;
		return (await far({ html: changed, done })) ?? changed;
	};
};

/**
 * Makes one `handle` of several: each one's `resolve` is the next.
 *
 * @param handlers in the order in which they see the request. Their `transformPageChunk` run in the opposite order
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
