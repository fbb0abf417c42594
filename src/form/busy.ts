import { native } from '../dom/native.ts';

const DELAY = 500;

/** What a form's submissions in flight show of themselves, each with the button that was used. */
export interface Busy {
	/**
	 * Marks form and submitter for one submission.
	 *
	 * @param delay  after which the submitter is marked as slow, in ms
	 * @param onSlow is told of 1 then, and of -1 when it is over
	 * @returns the undo
	 */
	mark(
		submitter: HTMLElement | null,
		delay?: number,
		onSlow?: (change: number) => void
	): () => void;
	/** Takes all marks away. */
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
