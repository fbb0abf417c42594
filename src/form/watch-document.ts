import { listen } from '../dom/listen.ts';
import type { Busy } from './busy.ts';
import type { Submission } from './submission.ts';
import type { Watch } from './watch.ts';

/**
 * Marks a form as busy for one submission, and listens for document events that concern it.
 *
 * @param submitNatively lets the browser submit the form
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
		// The requests of a page that returns from the back/forward cache are dead.
		listen(window, 'pageshow', ({ persisted }) => {
			if (persisted) submission.controller.abort();
		}),
		// A policy may forbid the request (CSP 3, `connect-src`), or only the target of a redirect.
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
			// Without a host the server may be any server, so it must get exactly what the browser would send.
			const { id, target } = submission.init;
			return handBack(submission.request, target.navigator().documents ? undefined : id);
		}
	};
};
