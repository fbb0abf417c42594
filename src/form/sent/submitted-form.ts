import type { Submitted } from '../../apply/apply-action.ts';
import { native } from '../../dom/native.ts';
import { isEditedSince } from '../native-form.ts';
import type { SubmissionInit } from '../submission.ts';
import { editedSince, resetUnedited } from './reset.ts';

/** What has happened to a form since it was submitted. */
export interface SubmittedForm extends Pick<Submitted, 'isGone' | 'edited' | 'reset'> {
	/** Whether the user has edited a control. */
	isEdited(control: Element): boolean;
}

export const submittedForm = ({
	form,
	state
}: Pick<SubmissionInit, 'form' | 'state'>): SubmittedForm => ({
	isGone: () => !native(form, 'isConnected'),
	isEdited: (control) => isEditedSince(state, control),
	edited: () => editedSince(form, state),
	reset: () => resetUnedited(form, state)
});
