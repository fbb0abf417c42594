export {
	applyAction,
	configure,
	createForms,
	enhance,
	type Forms,
	type FormsParts
} from './runtime.ts';
export { deserialize } from './protocol/codec.ts';
export { submissionId } from './protocol/submission-id.ts';
export { SoftpostError, type SoftpostErrorCode } from './protocol/errors.ts';
export type { ActionResult } from './protocol/action-result.ts';
export type { ApplyAction } from './apply/apply-action.ts';
export type { Enhance } from './form/enhance.ts';
export type {
	Progress,
	SubmissionError,
	SubmissionState,
	SubmissionStatus
} from './form/submission-status.ts';
export type {
	Concurrency,
	Enhancement,
	EnhanceOptions,
	SubmitFunction,
	SubmitInput,
	SubmitOutcome
} from './form/types.ts';
