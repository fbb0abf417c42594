import type { Target } from '../apply/apply-action.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Submissions } from './submission-status.ts';
import type { Submission } from './submission.ts';
import type { EnhanceOptions, SubmitInput } from './types.ts';

/** Everything about one submission that is read in its event. */
export interface Job {
	submission: Submission;
	/** The same each time it is sent. */
	id: string;
	form: HTMLFormElement;
	submitter: HTMLElement | null;
	options: EnhanceOptions;
	/** What the result is applied to. */
	target: Target;
	lifecycle: Lifecycle;
	/** Where is told how it goes. */
	submissions: Submissions;
	/** Shows that it is under way; what it returns shows that it is over. */
	open(input: SubmitInput): () => void;
	/** Whether it was sent before, and failed. */
	again?: boolean;
}
