import { Refusal } from '../thrown.ts';
import type { Visit } from './visit.ts';

const MESSAGE =
	'This form was sent from another site, so nothing was done. Open this site itself and send the form there';

const ADVICE =
	'If users see this app there, a proxy changes its host or scheme: set origin of createApp. If that site may post here: csrf.trustedOrigins';

/** Without `NODE_ENV` this is production, where visitors must not see information for developers. */
const isDevelopment = (): boolean => globalThis.process?.env?.NODE_ENV === 'development';

/**
 * Refuses a request that another site may have made.
 *
 * The log says what it expected and received; in development the response does so too.
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
