import { native } from '../../dom/native.ts';
import type { FieldsFailure, Issue } from '../failure.ts';
import { baseOf } from '../name.ts';
import type { FieldsOfForm } from '../options.ts';
import { checkForm, controlsOf, report } from './check-form.ts';
import { nextIssues } from './next-issues.ts';
import { afterPress, watchPresses } from './press.ts';

const nameOf = (control: EventTarget | null): string =>
	baseOf((control as Element | null)?.getAttribute?.('name') ?? '');

/** What a form that has failed is mended by. */
export interface MendOptions {
	form: HTMLFormElement;
	fields: FieldsOfForm;
	/** Whether the schema has made the failure: then it knows of all that is wrong. */
	isOwn: boolean;
	/** Shows what is left of the failure. Returns whether it could: by now something else may be shown. */
	show(before: FieldsFailure, now: FieldsFailure): boolean;
}

const EVENTS = ['input', 'change', 'focusout', 'compositionstart', 'compositionend'];

/** A form between a failure and the next answer. */
class Mending {
	readonly #options: MendOptions;
	#failure: FieldsFailure;
	readonly #edited = new Set<string>();
	readonly #left = new Set<string>();
	/** The fields that the schema has had something to say of. */
	readonly #known = new Set<string>();
	/** The control in which a word is composed. */
	#composing: EventTarget | null = null;
	/** Counts checks: the newest wins. */
	#checks = 0;
	readonly #undo: () => void;

	constructor(failure: FieldsFailure, options: MendOptions) {
		this.#options = options;
		this.#failure = failure;
		if (options.isOwn) this.#note(failure);
		else if (native(options.form, 'noValidate')) void this.#learn();
		// Controls of the form may stand outside of it.
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

	/** Learns what of a failure the schema would have said, where it was not asked. */
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
		const field = controlsOf(form).includes(target as HTMLInputElement) && nameOf(target);
		if (!field) return;
		// Its end is not always told, but it never outlives the focus.
		if (type === 'compositionstart') this.#composing = target;
		if (type === 'compositionend' || type === 'focusout') this.#composing = null;
		if (this.#composing) return;
		if (type !== 'focusout') this.#edit(field);
		// A group is left when the focus leaves all of its buttons.
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
			// A schema that cannot tell changes nothing.
			report(cause);
		}
	}

	#show(found: Issue[]): void {
		// The word that is composed is checked when it is done.
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

/** Ends what a failure has begun. */
export const endMending = (form: HTMLFormElement): void => mendings.get(form)?.end();

/** Begins to check the fields of a form that has failed, as they are edited. */
export const beginMending = (failure: FieldsFailure, options: MendOptions): void => {
	endMending(options.form);
	mendings.set(options.form, new Mending(failure, options));
};
