import { native } from '../dom/native.ts';

const DELAY = 500;

/** Shows on a form and on the button used that submissions are in flight. */
export interface Busy {
	/**
	 * Marks form and submitter for one submission.
	 *
	 * @param delay  milliseconds until the submitter is marked as slow
	 * @param onSlow called with 1 then, and with -1 when the submission is over
	 * @returns the undo
	 */
	mark(
		submitter: HTMLElement | null,
		delay?: number,
		onSlow?: (change: number) => void
	): () => void;
	/** Removes all marks. */
	clear(): void;
}

export const createBusy = (form: HTMLFormElement): Busy => {
	/** The submitter of each mark, by its undo. */
	const marks = new Map<() => void, HTMLElement | null>();
	return {
		mark(submitter, delay = DELAY, onSlow) {
			const show = (phase: string) => submitter?.setAttribute('data-submitting', phase);
			let isSlow = false;
			const timer = setTimeout(() => {
				isSlow = true;
				show('delayed');
				onSlow?.(1);
			}, delay);
			const undo = (): void => {
				if (!marks.delete(undo)) return;
				clearTimeout(timer);
				if (isSlow) onSlow?.(-1);
				if (![...marks.values()].includes(submitter)) submitter?.removeAttribute('data-submitting');
				if (!marks.size) native(form, 'removeAttribute')('aria-busy');
			};
			marks.set(undo, submitter);
			native(form, 'setAttribute')('aria-busy', 'true');
			show('');
			return undo;
		},
		clear: () => marks.forEach((_, undo) => undo())
	};
};
