import { SoftpostError } from '../../protocol/errors.ts';
import type { toNodeHandler as onNode } from './node.ts';

/** Replaces `toNodeHandler` on platforms without Node: throws. */
export const toNodeHandler: typeof onNode = () => {
	throw new SoftpostError(
		'node_only',
		'toNodeHandler only runs in Node. Pass app.fetch to this server'
	);
};
