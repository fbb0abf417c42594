import type { ActionResult } from '../protocol/action-result.ts';

/** A response that is not an action result. */
export interface Received {
	result: ActionResult;
	/** Shows or saves it. Resolves when that is done. */
	show(): Promise<void>;
}
