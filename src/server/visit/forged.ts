import type { Exchange } from './event.ts';
import { refuse } from './refuse.ts';
import { Refusal } from '../thrown.ts';

const MESSAGE = 'Cross-site requests are not accepted here';

/** Where nothing says so, this is production: no visitor may be told what only a developer needs. */
const isDevelopment = (): boolean => globalThis.process?.env?.NODE_ENV === 'development';

/**
 * Refuses a request that another site may have made.
 *
 * What was expected and received is for the log, and in development for the answer too.
 *
 * @throws {Refusal} 403
 */
export const refuseForged = ({ site, event, origins }: Exchange): void => {
	const reason = refuse(event.request, origins, site.trusted);
	if (!reason) return;
	console.warn(
		`softpost refused ${event.request.method} ${event.url.pathname} as forged: ${reason}`
	);
	throw new Refusal(403, isDevelopment() ? `${MESSAGE}: ${reason}` : MESSAGE);
};
