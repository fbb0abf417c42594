import { listen } from '../dom/listen.ts';
import { loadOnce } from '../dom/load-once.ts';
import { whenIdle } from '../dom/when-idle.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { held, type Control } from '../svelte/values/held.ts';
import type { Show } from './show.ts';
import { untouched } from './hydrated.ts';

const note = ({ target }: Event): void => {
	const control = target as Control;
	if ('value' in control && !untouched.has(control)) untouched.set(control, held(control));
};

/**
 * Loads what shows results and looks after the fields of the app.
 *
 * @throws {SoftpostError} `network` (as a rejection) where a deployment or a dead network has taken it away
 */
const loadShow = /* @__PURE__ */ loadOnce(async (): Promise<Show> => {
	try {
		const { createShow } = await import('./show.ts');
		return createShow((control) => untouched.get(control) ?? held(control));
	} catch (cause) {
		throw new SoftpostError(
			'network',
			'Could not reach the server. Check the connection and try again',
			{},
			{ cause }
		);
	}
});

type AnyMethod = (...args: any[]) => any;

/** A method of what is loaded when the page is idle. */
export const later = <Name extends keyof Show>(name: Name): Show[Name] =>
	(async (...args: any[]) => ((await loadShow())[name] as AnyMethod)(...args)) as Show[Name];

let isPrepared = false;

/** Has it loaded when the page is idle. */
export const prepareShow = (): void => {
	if (isPrepared) return;
	isPrepared = true;
	listen(document, 'focusin', note, true);
	listen(document, 'pointerdown', note, true);
	whenIdle(() => void loadShow().catch(() => {}));
};
