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

interface Mark {
	submitter: HTMLElement | null;
	end(): void;
}

export const createBusy = (form: HTMLFormElement): Busy => {
	const marks = new Set<Mark>();

	const remove = (mark: Mark): void => {
		if (!marks.delete(mark)) return;
		mark.end();
		if (![...marks].some(({ submitter }) => submitter === mark.submitter))
			mark.submitter?.removeAttribute('data-submitting');
		if (!marks.size) native(form, 'removeAttribute')('aria-busy');
	};

	return {
		mark(submitter, delay = DELAY, onSlow) {
			const show = (phase: string) => submitter?.setAttribute('data-submitting', phase);
			let isSlow = false;
			const timer = setTimeout(() => {
				isSlow = true;
				show('delayed');
				onSlow?.(1);
			}, delay);
			const end = (): void => {
				clearTimeout(timer);
				if (isSlow) onSlow?.(-1);
			};
			const mark = { submitter, end };
			marks.add(mark);
			native(form, 'setAttribute')('aria-busy', 'true');
			show('');
			return () => remove(mark);
		},
		clear: () => marks.forEach(remove)
	};
};
