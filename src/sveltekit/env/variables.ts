import type { Variables } from '../../protocol/public-env.ts';

const PREFIX = 'PUBLIC_';

/**
 * The variables of this process.
 *
 * @param isPublic whether those that users may read are wanted, whose names begin with `PUBLIC_`, or all others
 */
export const readVariables = (isPublic: boolean): Variables =>
	Object.fromEntries(
		Object.entries(globalThis.process?.env ?? {}).filter(
			([name]) => name.startsWith(PREFIX) === isPublic
		)
	);
