import { native } from '../dom/native.ts';

const DELAY = 500;

/** What a form's submissions under way show of themselves, each with the button that was used. */
export interface Busy {
	/**
	 * Marks form and submitter for one submission.
	 *
	 * @param delay after which the submitter is marked as slow, in ms
	 * @returns the undo
	 */
	mark(submitter: HTMLElement | null, delay?: number): () => void;
	/** Takes all marks away. */
	clear(): void;
}

export const createBusy = (form: HTMLFormElement): Busy => {
	const marks = new Set<{ submitter: HTMLElement | null; timer: ReturnType<typeof setTimeout> }>();

	const remove = (mark: typeof marks extends Set<infer Mark> ? Mark : never): void => {
		clearTimeout(mark.timer);
		marks.delete(mark);
		if (![...marks].some(({ submitter }) => submitter === mark.submitter))
			mark.submitter?.removeAttribute('data-submitting');
		if (!marks.size) native(form, 'removeAttribute')('aria-busy');
	};

	return {
		mark(submitter, delay = DELAY) {
			const show = (phase: string) => submitter?.setAttribute('data-submitting', phase);
			const mark = { submitter, timer: setTimeout(show, delay, 'delayed') };
			marks.add(mark);
			native(form, 'setAttribute')('aria-busy', 'true');
			show('');
			return () => remove(mark);
		},
		clear: () => marks.forEach(remove)
	};
};
