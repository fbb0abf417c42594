import { actionPage } from '../../protocol/wire.ts';
import { isSamePath } from '../same-page.ts';

/** The page to show after a success or a failure: `here`, or the action's page with `navigate`. */
export const pageAfter = (action: URL, here: URL, { navigate }: { navigate?: boolean }): URL =>
	navigate && !isSamePath(action, here) ? actionPage(action) : here;
