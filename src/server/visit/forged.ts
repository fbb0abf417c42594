import { Refusal } from '../thrown.ts';
import type { Visit } from './visit.ts';

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
export const refuseForged = ({ forged, request, url }: Visit): void => {
	if (!forged) return;
	console.warn(`softpost refused ${request.method} ${url.pathname} as forged: ${forged}`);
	throw new Refusal(403, isDevelopment() ? `${MESSAGE}: ${forged}` : MESSAGE);
};
