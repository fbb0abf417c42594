import type { Transport } from '../../protocol/codec.ts';
import type { Render } from '../../protocol/page-data.ts';
import type { Answer } from '../answer.ts';
import type { Limits } from '../body/limits.ts';
import type { FetchOptions, Handle, HandleServerError, ServerRoutes } from '../types.ts';
import type { Matcher } from './match.ts';

/** The options of `createApp`, made ready. One for each app, and nothing of a request in it. */
export interface Site {
	routes: ServerRoutes;
	match: Matcher;
	render: Render;
	handle: Handle | undefined;
	handleError: HandleServerError;
	transport: Transport;
	trusted: readonly string[];
	origins: (request: Request, seen: URL) => readonly string[];
	limits: Limits;
	/** Answers a request; the origins of one of the app to itself are known. */
	answer: (request: Request, options: FetchOptions, origins?: readonly string[]) => Promise<Answer>;
}
