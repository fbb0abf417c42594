import { forms } from './runtime.ts';
import type { Enhance } from './form/enhance.ts';
import type { Forms } from './runtime.ts';

/** Enhances a form: see `createEnhance`. A Svelte action and a plain function. */
export const enhance: Enhance = forms.enhance;
/** Applies a result to the page that is shown: see `createApplyAction`. */
export const applyAction: Forms['applyAction'] = forms.applyAction;
/** Sets options for all forms. */
export const configure: Forms['configure'] = forms.configure;

export { deserialize } from './protocol/codec.ts';
export { createForms, type Forms, type FormsParts } from './runtime.ts';
export { SoftpostError, type SoftpostErrorCode } from './protocol/errors.ts';
export type { ActionResult } from './protocol/action-result.ts';
export type {
	Enhancement,
	EnhanceOptions,
	SubmitFunction,
	SubmitInput,
	SubmitOutcome
} from './form/types.ts';
