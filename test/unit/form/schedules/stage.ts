import type { SubmitInput, SubmitOutcome } from '../../../../src/form/types.ts';
// It is loaded before a schedule begins, as before somebody submits.
import '../../../../src/form/sent/second-stage.ts';
import { startSubmission, type InFlight } from '../../../../src/form/submission.ts';
import { createRecords } from '../../../../src/form/submission-status.ts';
import type { Navigator } from '../../../../src/navigation/navigator.ts';
import { blankPage } from '../../../../src/page/page-state.ts';
import { createStore } from '../../../../src/page/store.ts';
import { defer, type Deferred } from '../../dom.ts';
import { observe, type Event, type Kind, type Schedule } from './model.ts';

const HERE = new URL('https://app.example/notes');

/** The timers that run, by their milliseconds: each time-out has its own. */
export const timers = new Map<number, () => void>();
let lastTimeout = 0;

/** Runs timers without a delay in the next task, and the others when a schedule says so. */
export const fakeSetTimeout = (callback: () => void, delay?: number): number => {
	if (delay === undefined) setImmediate(callback);
	else timers.set(delay, callback);
	return delay ?? 0;
};

export const fakeClearTimeout = (timer?: number): void => void timers.delete(timer ?? 0);

/** Resolves when everything has happened that follows an event: of a broken connection in a second task. */
const settled = async (): Promise<void> => {
	for (let task = 0; task < 2; task++) await new Promise((resolve) => setImmediate(resolve));
};

/** The response of the server, with the used part of a `Response`. */
const answerOf = (kind: Kind, number: number): Response => {
	const body = {
		success: { type: 'success', status: 200, data: { number } },
		failure: { type: 'failure', status: 422, data: { number } },
		redirect: { type: 'redirect', status: 303, location: '/notes?next' },
		error: { type: 'error', status: 500, error: { message: String(number) } }
	}[kind as Exclude<Kind, 'network'>];
	const text = JSON.stringify(body);
	return { status: 200, redirected: false, text: async () => text } as Response;
};

/** What one schedule did. */
export interface Played {
	/** The visible state after each event, up to the first unexpected one. */
	seen: string[];
	notes: string[];
	/** The most requests of one form that were in flight at once, and not aborted. */
	overlap: number;
	/** Submissions whose promise is not settled, and forms that still show one. */
	left: number;
	form: number | null;
	error: number | null;
}

/** Plays a schedule with the real runtime, between a server and a host that do as they are told. */
export const play = async ({ plan, events, expected }: Schedule): Promise<Played> => {
	const page = createStore(blankPage(HERE));
	const find = createRecords();
	const answers: Deferred<Response>[] = [];
	const landings: Deferred<void>[] = [];
	const controllers: AbortController[] = [];
	const timeouts: number[] = [];
	const open = [0, 0];
	const notes: string[] = [];
	let age = 0;
	const leaveListeners = new Set<(byApp: boolean) => void>();
	let left = 0;
	let overlap = 0;
	let noted = 0;
	const note = (what: string, number: number): void => void notes.push(`${what} ${number}`);

	/** Resolves when what this submission waits for is there. */
	const landing = (what: string, number: number): Promise<void> => {
		note(what, number);
		landings[number] = defer();
		if (!plan.lands) landings[number].resolve();
		return landings[number].promise;
	};

	/** The page is left: by the user, or for a redirect. */
	const leavePage = (): void => {
		age += 1;
		for (const listener of leaveListeners) listener(false);
	};

	/** Shows and drops like the router, which has separate tests. */
	const navigatorOf = (number: number): Navigator => ({
		here: () => HERE,
		onLeave(listener) {
			leaveListeners.add(listener);
			return () => void leaveListeners.delete(listener);
		},
		show: async (change) => change(),
		async goto() {
			leavePage();
			const mine = age;
			await landing('page', number);
			if (mine === age) page.set({ form: null, error: null });
		},
		async invalidateAll(outcome, isLate) {
			const [mine, { error }] = [age, page.current];
			await landing('data', number);
			if (mine === age && error === page.current.error)
				page.set({ error: null, ...(isLate?.() ? null : outcome) });
		},
		async showError(_error, _status, isLate) {
			const mine = age;
			await landing('boundary', number);
			if (mine === age && !isLate?.()) page.set({ error: { message: String(number) } });
		}
	});

	const fetchOf = (number: number, form: number): typeof globalThis.fetch => {
		return (_, init) => {
			const answer = (answers[number] = defer());
			note('sent', number);
			open[form]! += 1;
			overlap = Math.max(overlap, open[form]!);
			const close = (): void => void (open[form]! -= 1);
			init!.signal!.addEventListener('abort', () => answer.reject(init!.signal!.reason));
			answer.promise.then(close, close);
			return answer.promise;
		};
	};

	const inFlight: InFlight[] = [new Set(), new Set()];

	const submit = (number: number): void => {
		const form = plan.forms[number]!;
		const timeout = (timeouts[number] = ++lastTimeout);
		const init = {
			request: { action: HERE, entries: new FormData(), enctype: '', referrerPolicy: '' as const },
			id: String(number),
			form: {
				isEdited: () => false,
				edited: () => [],
				async reset() {
					note('reset', number);
					return [];
				},
				isGone: () => page.current.error !== null
			} as unknown as HTMLFormElement,
			submitter: null,
			from: HERE.href,
			parts: { page, navigator: () => navigatorOf(number) },
			inFlight: inFlight[form]!,
			record: find(String(form)),
			focused: {
				focus: () => note('focus', number),
				getRootNode: () => ({ activeElement: null })
			} as unknown as HTMLElement,
			gotoOptions: { keepFocus: true },
			state: new Map(),
			onDestroy: () => {},
			tell: () => true,
			mark: () => {
				left += 1;
				return () => void (left -= 1);
			},
			submitNatively: () => {},
			options: {
				concurrency: plan.policy,
				timeout,
				fetch: fetchOf(number, form),
				submit({ controller }: SubmitInput) {
					controllers[number] = controller;
					return async ({ result, stale, update }: SubmitOutcome<any, any>) => {
						const { error } = result as { error?: { code?: string } };
						const what = error ? (error.code ?? 'error') : result.type;
						note(`told ${what}${stale ? ' stale' : ''}`, number);
						await update();
					};
				}
			}
		};
		left += 1;
		void startSubmission(init).then(() => (left -= 1));
	};

	const happen = (event: Event): void => {
		const [what, digit] = event.split(' ');
		const number = Number(digit);
		const kind = plan.kinds[number]!;
		if (what === 'submit') submit(number);
		else if (what === 'answer' && kind === 'network') answers[number]!.reject(new TypeError());
		else if (what === 'answer') answers[number]!.resolve(answerOf(kind, number));
		else if (what === 'land') landings[number]!.resolve();
		else if (what === 'abort') controllers[number]!.abort();
		else if (what === 'timeout') timers.get(timeouts[number]!)!();
		else {
			leavePage();
			page.set({ form: null, error: null });
		}
	};

	const formOf = (): number | null =>
		(page.current.form as { number: number } | null)?.number ?? null;
	const errorOf = (): number | null => page.current.error && Number(page.current.error.message);
	const seen: string[] = [];
	for (const [index, event] of events.entries()) {
		if (index && seen[index - 1] !== expected[index - 1]) break;
		happen(event);
		await settled();
		const pending = [0, 1].map((form) => find(String(form)).store.current.pending);
		seen.push(observe(formOf(), errorOf(), pending, notes.slice(noted)));
		noted = notes.length;
	}
	return { seen, notes, overlap, left, form: formOf(), error: errorOf() };
};
