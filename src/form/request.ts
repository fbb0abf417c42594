import { pageAfter, type UpdateOptions } from '../apply/plan.ts';
import { traffic } from '../navigation/current.ts';
import { SoftpostError } from '../protocol/errors.ts';
import type { FreshPage } from '../protocol/page-data.ts';
import { PAGE_DATA_HEADER, SUBMISSION_HEADER } from '../protocol/wire.ts';
import type { Job } from './job.ts';
import { failed, send, type Answer } from './send.ts';
import type { Progress } from './submission-status.ts';
import type { EnhanceOptions, SubmitInput } from './types.ts';

/** Whether a submission was aborted. A time-out aborts with its own error, and counts as an answer. */
export const isAborted = ({ aborted, reason }: AbortSignal): boolean =>
	aborted && !(reason instanceof SoftpostError);

/** Resolves as soon as a submission is aborted, whatever it waits for. */
export const untilAborted = (signal: AbortSignal): Promise<Answer> =>
	new Promise((resolve) => {
		const onAbort = (): void => resolve(failed(signal));
		if (signal.aborted) onAbort();
		signal.addEventListener('abort', onAbort);
	});

/** Aborts a submission after some milliseconds, unless it ends before. */
const startTimeout = (controller: AbortController, timeout: number | undefined): (() => void) => {
	const error = new SoftpostError('timeout', 'The server took too long', { timeout });
	const timer = timeout && setTimeout(() => controller.abort(error), timeout);
	const stop = (): void => clearTimeout(timer);
	controller.signal.addEventListener('abort', stop);
	return stop;
};

/** Asks the server to send along the page that a success will show. */
const wishFor = ({ target, options, again }: Job, action: URL): Record<string, string> => {
	const { here, invalidateAll } = target.navigator();
	// What a copy is answered was recorded, with the page of that time.
	if (!invalidateAll || options.invalidateAll === false || again) return {};
	const { pathname, search } = pageAfter(action, here(), options);
	return { [PAGE_DATA_HEADER]: pathname + search };
};

/**
 * The page that came with an answer, where it is the one that is to be shown, and as new as can be.
 *
 * @param update what the callback has asked for, later than the wish
 */
export const freshPage = (
	{ options, target, again }: Job,
	action: URL,
	answer: Answer,
	update?: UpdateOptions
): FreshPage | undefined => {
	const here = target.navigator().here();
	const [wished, wanted] = [options, { ...options, ...update }].map(
		(each) => pageAfter(action, here, each).href
	);
	return answer.traffic === traffic.count && wished === wanted && !again ? answer.page : undefined;
};

/** How to send with reports of progress, which is loaded when the first form asks for it. */
const transportOf = ({ options, submissions }: Job): EnhanceOptions => {
	const { progress, fetch } = options;
	if (!progress || fetch) return options;
	const report = (now: Progress): void => {
		submissions.store.set({ progress: now });
		progress(now);
	};
	return {
		...options,
		fetch: async (...request) => (await import('./upload.ts')).createUpload(report)(...request)
	};
};

/**
 * Sends a submission, and waits for its answer. Every failure is a result, never a throw.
 *
 * @param job   the submission
 * @param input what its `SubmitFunction` has made of it
 */
export const request = async (
	job: Job,
	{ action, formData: entries, controller }: SubmitInput
): Promise<Answer> => {
	const { submission, target, id } = job;
	const stop = startTimeout(controller, job.options.timeout);
	const sent = ++traffic.count;
	const { result, page } = await send(
		{ ...submission, action, entries },
		{ [SUBMISSION_HEADER]: id, ...wishFor(job, action) },
		transportOf(job),
		controller.signal,
		target.navigator().decoders
	).finally(stop);
	// What another submission did meanwhile, or a refresh has brought, may not be in the page that came along.
	const alone = sent === traffic.count;
	traffic.count += 1;
	return { result, page: alone ? page : undefined, traffic: traffic.count };
};
