import { Refusal } from '../thrown.ts';
import type { Visit } from './visit.ts';

const MESSAGE =
	'This form was sent from another site, so nothing was done. Open this site itself and send the form there';

const ADVICE =
	'If users see this app there, a proxy changes its host or scheme: set origin of createApp. If that site may post here: csrf.trustedOrigins';

/** Where nothing says so, this is production: no visitor may be told what only a developer needs. */
const isDevelopment = (): boolean => globalThis.process?.env?.NODE_ENV === 'development';

/**
 * Refuses a request that another site may have made.
 *
 * What was expected and received is for the log, and in development for the response too.
 *
 * @throws {Refusal} 403
 */
export const refuseForged = ({ forged, request, url }: Visit): void => {
	if (!forged) return;
	console.warn(
		`softpost refused ${request.method} ${url.pathname} as forged: ${forged}. ${ADVICE}`
	);
	throw new Refusal(403, isDevelopment() ? `${MESSAGE}: ${forged}` : MESSAGE);
};
