import { ENV_ID, type Variables } from '../../protocol/public-env.ts';

/** What the server's page says of its environment. */
export const env: Variables = JSON.parse(
	globalThis.document?.getElementById(ENV_ID)?.textContent ?? '{}'
);
