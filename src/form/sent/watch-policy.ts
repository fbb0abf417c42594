import { listen } from '../../dom/listen.ts';
import type { SoftpostError } from '../../protocol/errors.ts';
import type { Submission } from '../submission.ts';

/** Knows whether the page's policy forbids a submission (CSP 3, `connect-src`). */
export interface Policy {
	/**
	 * Lets the browser send the form if the policy forbids `fetch` to do so.
	 *
	 * @param id see `handBack` of `native-submit.ts`
	 * @returns `true` if the browser sends it; an error if the policy forbids only the target of the server's redirect
	 */
	handBack(id: string | undefined): Promise<SoftpostError | boolean>;
	stop(): void;
}

/** Listens for a violation of the page's policy by a submission. */
export const watchPolicy = (submission: Submission): Policy => {
	let isForbidden = false;
	return {
		stop: listen(window, 'securitypolicyviolation', ({ disposition, blockedURI }) => {
			const [url] = submission.request.action.href.split('#');
			isForbidden ||= disposition === 'enforce' && blockedURI === url;
		}),
		async handBack(id) {
			if (!isForbidden) return false;
			const { handBack } = await import('./native-submit.ts');
			return handBack(submission.request, id);
		}
	};
};
