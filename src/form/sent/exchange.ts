import { refusedRedirect } from '../../apply/plan.ts';
import { pageAfter } from '../../navigation/load/page-after.ts';
import type { PageAlong } from '../../navigation/load/page-along.ts';
import type { ActionResult } from '../../protocol/action-result.ts';
import { MAY_BE_DONE, SoftpostError } from '../../protocol/errors.ts';
import { redirectTarget, SUBMISSION_HEADER } from '../../protocol/wire.ts';
import { errorResult } from './error-result.ts';
import { send } from './send.ts';
import type { Progress } from '../submission-status.ts';
import type { SentSubmission, SubmissionInit } from '../submission.ts';
import type { EnhanceOptions } from '../types.ts';

/** Aborts a submission after some milliseconds. Returns the undo. */
const startTimeout = (
	{ controller, visit }: SentSubmission,
	timeout: number | undefined
): (() => void) => {
	if (!timeout) return () => {};
	// Without a host, the server may run it twice.
	const advice = visit ? MAY_BE_DONE : 'Try again';
	const error = new SoftpostError('timeout', `The server took too long to respond. ${advice}`, {
		timeout
	});
	const timer = setTimeout(() => controller.abort(error), timeout);
	return () => clearTimeout(timer);
};

/** Chooses the `fetch`. The one that reports progress is loaded on demand. */
const transportOf = ({ options, record }: SubmissionInit): EnhanceOptions => {
	const { progress } = options;
	if (!progress || options.fetch) return options;
	const report = (now: Progress): void => {
		record.store.set({ progress: now });
		progress(now);
	};
	const fetch: EnhanceOptions['fetch'] = async (...request) =>
		(await import('./upload.ts')).createUpload(report)(...request);
	return { ...options, fetch };
};

/** The page to request along with the response; `null` if it must not come along. */
const wantedOf = (
	{ options: { refreshAll, invalidateAll = refreshAll, timeout }, isRetry }: SubmissionInit,
	page: URL
): URL | null =>
	// A retry may get a recorded response with an old page. And a timeout is for the action alone, without the time that
	// loading a page takes.
	isRetry || invalidateAll === false || timeout ? null : page;

/**
 * Sends a submission and waits for its result. Never throws: every failure is a result.
 *
 * @param isCertain whether the result will be applied for certain, because no callback can decide otherwise
 * @returns the result, the page that came along, and a function that shows a response that is not an action result
 */
export const exchange = async (
	submission: SentSubmission,
	isCertain: boolean
): Promise<
	[result: ActionResult, along: PageAlong | undefined, show: (() => Promise<void>) | undefined]
> => {
	const { init, request, controller, target } = submission;
	const { id, options } = init;
	const { action } = request;
	const navigator = target.navigator();
	const page = pageAfter(action, navigator.here(), options);
	const along = navigator.askAlong?.(wantedOf(init, page), isCertain);
	const stopTimeout = startTimeout(submission, options.timeout);
	const { decoders, documents } = navigator;
	const reply = await send(
		request,
		{ [SUBMISSION_HEADER]: id!, ...along?.headers },
		transportOf(init),
		{
			signal: controller.signal,
			decoders,
			decode: target.decode,
			documents,
			visit: submission.visit
		}
	).finally(stopTimeout);
	const { result } = reply;
	const url = result.type === 'redirect' ? redirectTarget(result.location, action) : page;
	along?.arrive(url ?? page, url ? reply.page : undefined);
	// Before the app's code sees the location, and could follow it.
	if (!url && result.type === 'redirect')
		return [errorResult(refusedRedirect(result.location)), along, undefined];
	// The app shows the error itself.
	const isKept = result.type === 'error' && options.onError === 'keep';
	const show = reply.show && isKept ? async () => {} : reply.show;
	return [result, along, show];
};
