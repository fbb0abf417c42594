import { ENV_ID, type Variables } from '../../protocol/public-env.ts';

/** The public variables in the server's page. */
export const env: Variables = JSON.parse(
	globalThis.document?.getElementById(ENV_ID)?.textContent ?? '{}'
);
