export { applyAction, configure, enhance } from './enhance.ts';
export { submission } from './submission.ts';
export { deserialize } from './decode.ts';
export { submissionId } from '../protocol/submission-id.ts';
export { SoftpostError, type SoftpostErrorCode } from '../protocol/errors.ts';
export type { ActionResult } from '../protocol/action-result.ts';
export type { Enhance } from '../form/enhance.ts';
export type { ApplyAction } from '../apply/apply-action.ts';
export type { Progress, SubmissionError, SubmissionStatus } from '../form/submission-status.ts';
export type {
	Concurrency,
	Enhancement,
	EnhanceOptions,
	SubmitFunction,
	SubmitInput,
	SubmitOutcome
} from '../form/types.ts';
