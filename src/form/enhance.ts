import type { Target } from '../apply/apply-action.ts';
import { hasModifier } from '../navigation/links.ts';
import { native } from '../navigation/native.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { createOrder, createPlan } from './lifecycle.ts';
import { isEnhanceable, readSubmission, submitterOf } from './submission.ts';
import { submitForm } from './submit-form.ts';
import type { Enhancement, EnhanceOptions, SubmitFunction } from './types.ts';

/** What an instance of the form runtime is made of. */
export interface EnhanceParts {
	target: Target;
	fetch: typeof globalThis.fetch;
	/** The options that `configure` set. */
	defaults: EnhanceOptions;
}

/** Enhances one form. */
export type Enhance = (
	form: HTMLFormElement,
	submit?: SubmitFunction<any, any> | EnhanceOptions
) => Enhancement;

const assertPost = (form: HTMLFormElement): void => {
	const method = native(form, 'getAttribute')('method');
	if (method?.toLowerCase() === 'post') return;
	throw new SoftpostError(
		'form_method',
		`enhance takes forms that post, this one has ${method ? `method="${method}"` : 'no method'}. Add method="POST"; a GET form needs no enhance`,
		{ form }
	);
};

const optionsOf = (submit: SubmitFunction | EnhanceOptions | undefined): EnhanceOptions =>
	typeof submit === 'function' ? { submit } : (submit ?? {});

/**
 * Notes on which click a modifier key was held: the submit event that follows does not say.
 *
 * @returns whether an element was just clicked with one, and the undo
 */
const watchModifiers = (
	document: Document
): { isHeldOn: (element: Element | null) => boolean; destroy: () => void } => {
	let held: EventTarget[] = [];
	const onClick = (event: MouseEvent): void => {
		// The path is empty once the event is over, so it is read now.
		held = hasModifier(event) ? event.composedPath() : [];
		// The submit event comes in the same task; a later one has nothing to do with this click.
		if (held.length) setTimeout(() => (held = []));
	};
	document.addEventListener('click', onClick, true);
	return {
		isHeldOn: (element) => !!element && held.includes(element),
		destroy: () => document.removeEventListener('click', onClick, true)
	};
};

/**
 * Makes `enhance` for a page.
 *
 * `enhance(form, submit?)` sends the form with `fetch` where the browser would post it and stay in
 * this document, and leaves every other submission to the browser. It is a Svelte action, and a
 * plain function for anyone else. Throws `form_method` when the form's method is not POST.
 */
export const createEnhance =
	({ target, fetch, defaults }: EnhanceParts): Enhance =>
	(form, submit) => {
		assertPost(form);
		let own = optionsOf(submit);
		const begin = createOrder(() => target.navigator.age());
		const plan = createPlan();
		const modifiers = watchModifiers(native(form, 'ownerDocument'));

		const onSubmit = (event: SubmitEvent): void => {
			const submitter = submitterOf(event);
			const submission = readSubmission(form, submitter);
			if (event.defaultPrevented || submission.method !== 'post' || modifiers.isHeldOn(submitter)) return;
			if (!isEnhanceable(submission, form, submitter)) return;
			event.preventDefault();
			const { action, enctype } = submission;
			const options = { ...defaults, ...own };
			void submitForm({ form, submitter, action, enctype, options, turn: begin(), plan, target, fetch });
		};

		// Added anew in the capturing phase of each event, so that it runs after all other listeners
		// of the form and a `preventDefault` in any of them counts, whenever it was registered.
		const moveLast = (event: SubmitEvent): void => {
			native(form, 'removeEventListener')('submit', onSubmit);
			if (event.target === form) native(form, 'addEventListener')('submit', onSubmit);
		};
		native(form, 'addEventListener')('submit', moveLast, true);

		return {
			update(submit) {
				own = optionsOf(submit);
			},
			destroy() {
				native(form, 'removeEventListener')('submit', moveLast, true);
				native(form, 'removeEventListener')('submit', onSubmit);
				modifiers.destroy();
			}
		};
	};
