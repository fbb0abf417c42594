import { SoftpostError } from '../../protocol/errors.ts';
import type { toNodeHandler as onNode } from './node.ts';

/** There is nothing to mount in Node's `http` where there is no Node. */
export const toNodeHandler: typeof onNode = () => {
	throw new SoftpostError(
		'node_only',
		'toNodeHandler only runs in Node. Pass app.fetch to this server'
	);
};
