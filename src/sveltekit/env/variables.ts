import type { Variables } from '../../protocol/public-env.ts';

const PREFIX = 'PUBLIC_';

/**
 * The variables of this process.
 *
 * @param isPublic `true` for those whose names begin with `PUBLIC_`, which users may read; `false` for all others
 */
export const readVariables = (isPublic: boolean): Variables =>
	Object.fromEntries(
		Object.entries(globalThis.process?.env ?? {}).filter(
			([name]) => name.startsWith(PREFIX) === isPublic
		)
	);
