import type { Variables } from '../../protocol/public-env.ts';
import { readVariables } from './variables.ts';

/** The variables of the server's environment whose names do not begin with `PUBLIC_`, with their values at startup. */
export const env: Variables = readVariables(false);

export type { Variables };
