import { SoftpostError } from '../../protocol/errors.ts';
import type { Variables } from '../../protocol/public-env.ts';

const refuse = (): never => {
	throw new SoftpostError(
		'unsupported',
		'$env/dynamic/private was read in a browser. Read it in +page.server, hooks.server or $lib/server, or name the variable PUBLIC_… and import $env/dynamic/public',
		{ name: '$env/dynamic/private' }
	);
};

/** Browsers cannot see the server's environment: reading a variable throws `unsupported`. */
export const env: Variables = new Proxy<Variables>(
	{},
	{ get: refuse, has: refuse, ownKeys: refuse }
);
