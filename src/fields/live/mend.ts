import { native } from '../../dom/native.ts';
import type { FieldsFailure, Issue } from '../failure.ts';
import { baseOf } from '../name.ts';
import type { FieldsOfForm } from '../options.ts';
import { checkForm, controlsOf, report } from './check-form.ts';
import { nextIssues } from './next-issues.ts';
import { afterPress, watchPresses } from './press.ts';

const nameOf = (control: EventTarget | null): string =>
	baseOf((control as Element | null)?.getAttribute?.('name') ?? '');

/** The options for checking a failed form while it is edited. */
export interface MendOptions {
	form: HTMLFormElement;
	fields: FieldsOfForm;
	/** Whether the schema has made the failure: then it knows all issues. */
	isOwn: boolean;
	/** Shows the remaining issues. Returns whether it could: the page may show another result by now. */
	show(before: FieldsFailure, now: FieldsFailure): boolean;
}

const EVENTS = ['input', 'change', 'focusout', 'compositionstart', 'compositionend'];

/** A form between a failure and the next response. */
class Mending {
	readonly #options: MendOptions;
	#failure: FieldsFailure;
	readonly #edited = new Set<string>();
	readonly #left = new Set<string>();
	/** The fields for which the schema has reported issues. */
	readonly #known = new Set<string>();
	/** The control in which a word is being composed. */
	#composing: EventTarget | null = null;
	/** Counts checks: the newest wins. */
	#checks = 0;
	readonly #undo: () => void;

	constructor(failure: FieldsFailure, options: MendOptions) {
		this.#options = options;
		this.#failure = failure;
		if (options.isOwn) this.#note(failure);
		else if (native(options.form, 'noValidate')) void this.#learn();
		// Controls of the form may be outside of it.
		const root = native(options.form, 'getRootNode')();
		for (const type of EVENTS) root.addEventListener(type, this.#onEvent, true);
		const ignorePresses = watchPresses();
		this.#undo = () => {
			ignorePresses();
			for (const type of EVENTS) root.removeEventListener(type, this.#onEvent, true);
		};
	}

	end(): void {
		this.#checks += 1;
		this.#undo();
	}

	/** Finds out which issues of a server's failure the schema knows too. */
	async #learn(): Promise<void> {
		const { form, fields } = this.#options;
		const found = await checkForm(form, new FormData(form), fields).catch(report);
		if (found) this.#note(found);
	}

	#note({ issues }: Pick<FieldsFailure, 'issues'>): void {
		for (const { name } of issues) this.#known.add(baseOf(name));
	}

	readonly #onEvent = (event: Event): void => {
		const { type, target, relatedTarget } = event as FocusEvent;
		const { form } = this.#options;
		if (!native(form, 'isConnected')) return this.end();
		const field = controlsOf(form).includes(target as HTMLInputElement) && nameOf(target);
		if (!field) return;
		// The end event may be missing, but a composition never outlives the focus.
		if (type === 'compositionstart') this.#composing = target;
		if (type === 'compositionend' || type === 'focusout') this.#composing = null;
		if (this.#composing) return;
		if (type !== 'focusout') this.#edit(field);
		// The user leaves a group when the focus leaves all of its buttons.
		else if (this.#edited.has(field) && nameOf(relatedTarget) !== field) this.#leave(field);
	};

	#edit(field: string): void {
		this.#edited.add(field);
		this.#left.delete(field);
		const mayChange = this.#failure.issues.some(({ name }) => {
			const base = baseOf(name);
			return base === field || base === '' || this.#known.has(base);
		});
		if (mayChange) void this.#check();
	}

	#leave(field: string): void {
		this.#left.add(field);
		void this.#check();
	}

	async #check(): Promise<void> {
		const { form, fields } = this.#options;
		const check = (this.#checks += 1);
		const isNewest = (): boolean => check === this.#checks;
		try {
			const found = await checkForm(form, new FormData(form), fields);
			if (isNewest()) afterPress(() => isNewest() && this.#show(found?.issues ?? []));
		} catch (cause) {
			// If the schema throws, nothing changes.
			report(cause);
		}
	}

	#show(found: Issue[]): void {
		// A word that is being composed is checked when it is complete.
		if (this.#composing) return;
		this.#note({ issues: found });
		const { values, key, issues: shown } = this.#failure;
		const issues = nextIssues({
			shown,
			found,
			edited: this.#edited,
			known: this.#known,
			left: this.#left
		});
		this.#left.clear();
		if (JSON.stringify(issues) === JSON.stringify(shown)) return;
		const now = { values, issues, ...(key !== undefined && { key }) };
		if (this.#options.show(this.#failure, now)) this.#failure = now;
		else this.end();
	}
}

const mendings = new WeakMap<HTMLFormElement, Mending>();

/** Stops checking a form. */
export const endMending = (form: HTMLFormElement): void => mendings.get(form)?.end();

/** Starts to check the fields of a failed form as they are edited. */
export const beginMending = (failure: FieldsFailure, options: MendOptions): void => {
	endMending(options.form);
	mendings.set(options.form, new Mending(failure, options));
};
