import type { ActionResult } from '../protocol/action-result.ts';

/** What a response that is no action result comes to. */
export interface Received {
	result: ActionResult;
	/** Has it take effect: shows it, or saves it. Resolves when that is done. */
	show(): Promise<void>;
}
