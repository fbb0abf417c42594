import { actionPage } from '../../protocol/wire.ts';
import { isSamePath } from '../intent.ts';

/** The page that a success or a failure shows: `here`, or with `navigate` the action's. */
export const pageAfter = (action: URL, here: URL, { navigate }: { navigate?: boolean }): URL =>
	navigate && !isSamePath(action, here) ? actionPage(action) : here;
