/** What a form does with a submission that comes while another one is under way. */
export type Concurrency = 'parallel' | 'drop' | 'replace' | 'queue';

/** One submission's place among the others of its form, from its event to its last effect. */
export interface Turn {
	/** Whether a later submission was applied before, or the user has moved on. */
	isStale(): boolean;
	/** Notes that this submission's result is being applied, which makes earlier ones stale. */
	apply(): void;
	/**
	 * Resolves in the next task. A submission that comes before then takes this one's place and
	 * aborts it, as with the browser's planned navigation (HTML, section 4.10.22.3, step 24).
	 */
	plan(): Promise<void>;
	/** Resolves when it may be sent: at once, or after those before it. May abort those. */
	come(concurrency?: Concurrency): Promise<void>;
	/** Notes that nothing more comes of it; whether that is news. */
	end(): boolean;
}

/** The submissions of one form. */
export interface Lifecycle {
	/** Begins a submission that `controller` aborts; `null` where it is dropped. */
	begin(controller: AbortController, concurrency?: Concurrency): Turn | null;
}

interface Active {
	controller: AbortController;
	over: Promise<void>;
}

/**
 * Numbers the submissions of one form, so that order and lateness are decided here and nowhere else.
 *
 * @param age a number that changes when the user moves to another page
 */
export const createLifecycle = (age: () => number | undefined): Lifecycle => {
	const active = new Set<Active>();
	let sent = 0;
	let applied = 0;
	let planned: AbortController | undefined;

	const begin: Lifecycle['begin'] = (controller, concurrency) => {
		if (concurrency === 'drop' && active.size) return null;
		const mine = ++sent;
		const born = age();
		const before = [...active];
		let over!: () => void;
		const self = { controller, over: new Promise<void>((resolve) => (over = resolve)) };
		active.add(self);
		return {
			isStale: () => mine < applied || born !== age(),
			apply() {
				applied = mine;
			},
			async plan() {
				// One that is given up already is no later one.
				if (!controller.signal.aborted) {
					planned?.abort();
					planned = controller;
				}
				await new Promise((resolve) => setTimeout(resolve));
				if (planned === controller) planned = undefined;
			},
			async come(concurrency) {
				if (concurrency === 'replace') for (const { controller } of before) controller.abort();
				if (concurrency === 'queue') await Promise.all(before.map(({ over }) => over));
			},
			end() {
				over();
				return active.delete(self);
			}
		};
	};
	return { begin };
};
