import { publicEnv, type Variables } from '../../protocol/public-env.ts';
import { readVariables } from './variables.ts';

/** The variables of the server's environment whose names begin with `PUBLIC_`, with their values at startup. */
export const env: Variables = readVariables(true);

// Pages carry them to the browser.
publicEnv.read = () => env;

export type { Variables };
