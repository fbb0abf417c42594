import { pageAfter } from '../../navigation/load/page-after.ts';
import type { PageAlong } from '../../navigation/load/page-along.ts';
import type { ActionResult } from '../../protocol/action-result.ts';
import { SoftpostError } from '../../protocol/errors.ts';
import { redirectTarget, SUBMISSION_HEADER } from '../../protocol/wire.ts';
import { send } from './send.ts';
import type { Progress } from '../submission-status.ts';
import type { Submission, SubmissionInit } from '../submission.ts';
import type { EnhanceOptions } from '../types.ts';

/** Aborts a submission after some milliseconds. Returns the undo. */
const startTimeout = (controller: AbortController, timeout: number | undefined): (() => void) => {
	const error = new SoftpostError('timeout', 'The server took too long to respond. Try again', {
		timeout
	});
	const timer = timeout && setTimeout(() => controller.abort(error), timeout);
	const stop = (): void => clearTimeout(timer);
	controller.signal.addEventListener('abort', stop);
	return stop;
};

/** How to send; with reports of progress, which are loaded when the first form asks for them. */
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

/** The page that a success will show; `null` where it is not to come along with the response. */
const wantedOf = (
	{ options: { refreshAll, invalidateAll = refreshAll, timeout }, isRetry }: SubmissionInit,
	page: URL
): URL | null =>
	// A retry may get a response that was recorded, with the page of that time. A time-out counts the action
	// alone, and not what a page takes.
	isRetry || invalidateAll === false || timeout ? null : page;

/**
 * Sends a submission and waits for its result. Every failure is a result, never a throw.
 *
 * @param isCertain whether its result will be applied: no callback decides about that
 * @returns the result, what the host was asked for along with it, and what shows a response that is none
 */
export const exchange = async (
	submission: Submission,
	isCertain: boolean
): Promise<
	[result: ActionResult, along: PageAlong | undefined, show: (() => Promise<void>) | undefined]
> => {
	const { init, request, controller } = submission;
	const { id, options, target } = init;
	const { action } = request;
	const navigator = target.navigator();
	const page = pageAfter(action, navigator.here(), options);
	const along = navigator.askAlong?.(wantedOf(init, page), isCertain);
	const stopTimeout = startTimeout(controller, options.timeout);
	const { decoders, documents } = navigator;
	const reply = await send(
		request,
		{ [SUBMISSION_HEADER]: id, ...along?.headers },
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
	// The app shows the error itself.
	const isKept = result.type === 'error' && options.onError === 'keep';
	const show = reply.show && isKept ? async () => {} : reply.show;
	const url = result.type === 'redirect' ? redirectTarget(result.location, action) : page;
	along?.arrive(url ?? page, url ? reply.page : undefined);
	return [result, along, show];
};
