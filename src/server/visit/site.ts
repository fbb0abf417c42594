import type { Transport } from '../../protocol/transport.ts';
import type { Render, ServerCode } from '../../protocol/page-data.ts';
import type { Answer } from '../answer.ts';
import type { Limits } from '../body/limits.ts';
import type { FetchOptions, Handle, HandleServerError, ServerRoutes } from '../types.ts';
import type { createMatcher } from './match.ts';

/** The prepared options of `createApp`. One per app; it never contains data of a request. */
export interface Site {
	routes: ServerRoutes;
	match: ReturnType<typeof createMatcher>;
	/** The routes that a browser has to request. */
	serverCode: ServerCode;
	render: Render;
	errorTemplate: string | undefined;
	handle: Handle | undefined;
	handleError: HandleServerError;
	transport: Transport;
	trusted: readonly string[];
	origins: (request: Request, seen: URL) => readonly string[];
	limits: Limits;
	answer: (request: Request, options: FetchOptions, own?: OwnRequest) => Promise<Answer>;
}

/** Facts about a request that the app makes to itself. */
export interface OwnRequest {
	/** The app's own origins, as users see them. */
	origins: readonly string[];
	/** Whether `accept` comes from the user's request instead of the code that makes this one. */
	hasLentAccept: boolean;
	/** How many requests of the app to itself wait for this one, itself included. */
	depth: number;
}
