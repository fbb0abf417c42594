import { listen } from '../dom/listen.ts';
import type { Busy } from './busy.ts';
import type { Submission } from './submission.ts';
import type { Watch } from './watch.ts';

/**
 * Marks a form as busy for one submission, and hears what the document says about it.
 *
 * @param submitNatively has the browser submit the form
 */
export const watchDocument = (
	submission: Submission,
	{ mark }: Busy,
	submitNatively: () => void
): Watch => {
	const { submitter, options, record } = submission.init;
	let isForbidden = false;
	const onSlow = (change: number): void => {
		record.slow += change;
		record.store.set({ delayed: record.slow > 0 });
	};
	const undo = [
		mark(submitter, options.delay, onSlow),
		// A page that comes out of the back/forward cache waits for nothing.
		listen(window, 'pageshow', ({ persisted }) => {
			if (persisted) submission.controller.abort();
		}),
		// A policy may forbid the request (CSP 3, `connect-src`), or only where it was redirected to.
		listen(window, 'securitypolicyviolation', ({ disposition, blockedURI }) => {
			const [url] = submission.request.action.href.split('#');
			isForbidden ||= disposition === 'enforce' && blockedURI === url;
		})
	];
	return {
		submitNatively,
		stop: () => undo.forEach((undo) => undo()),
		async handBack() {
			if (!isForbidden) return false;
			const { handBack } = await import('./sent/native-submit.ts');
			// A page without a host may stand above any server, which is to get what the browser sends.
			const { id, target } = submission.init;
			return handBack(submission.request, target.navigator().documents ? undefined : id);
		}
	};
};
