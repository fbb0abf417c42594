export { applyAction, configure, enhance } from './runtime.ts';
export { createForms, type Forms, type FormsParts } from './create-forms.ts';
export { deserialize } from './protocol/deserialize.ts';
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
