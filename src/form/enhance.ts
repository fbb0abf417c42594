import type { Parts } from '../apply/target.ts';
import { focusedElement } from '../dom/focused.ts';
import { native } from '../dom/native.ts';
import { earlyDocuments } from '../navigation/early-documents.ts';
import { gotoOptions } from '../navigation/links.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { createBusy, type Busy } from './busy.ts';
import { noteKey } from './form-key.ts';
import { planSecondStage } from './load-second-stage.ts';
import { stateOf } from './native-form.ts';
import { readForm, submitterOf, type NativeReason } from './read-form.ts';
import type { FindRecord } from './submission-status.ts';
import { startSubmission, type InFlight } from './submission.ts';
import { offSubmit, onSubmit, type SubmitListener } from './submit-event.ts';
import { createTell } from './tell.ts';
import type { Enhancement, EnhanceOptions, SubmitFunction } from './types.ts';

/**
 * Sends a form with `fetch` and applies the result, if the browser would post it to this origin and in this tab.
 * Leaves every other submission to the browser. Works as a Svelte action and as a plain function.
 *
 * @param form   the form
 * @param submit a `SubmitFunction`, or options that may include one
 * @returns `update`, which replaces `submit`, and `destroy`
 * @throws {SoftpostError} `form_method` when the form's method is not POST
 * @example
 * enhance(document.querySelector('form'), { concurrency: 'drop' });
 */
export type Enhance = (
	form: HTMLFormElement,
	submit?: SubmitFunction<any, any> | EnhanceOptions
) => Enhancement;

/** The state that all enhanced forms of an instance share. */
export interface FormsContext {
	parts: Parts;
	/** The options that `configure` set. */
	defaults: EnhanceOptions;
	find: FindRecord;
}

const isPost = (form: HTMLFormElement): boolean => {
	try {
		return native(form, 'getAttribute')('method')?.toLowerCase() === 'post';
	} catch {
		// `querySelector` has found nothing, or returned a list. Checking that first takes half as long again.
		return false;
	}
};

const assertPost = (form: HTMLFormElement): void => {
	if (isPost(form)) return;
	throw new SoftpostError('form_method', 'enhance needs a form with method="POST"', { form });
};

/** The state of a form that has been submitted. */
interface Enhanced {
	busy: Busy;
	inFlight: InFlight;
	/** Whether it has been given back to the browser, because the second stage could not be loaded. */
	isNative?: boolean;
	/** Takes away what a failure has left on the form. */
	undo?: () => void;
}

const known = /* @__PURE__ */ new WeakMap<HTMLFormElement, Enhanced>();

const enhancedOf = (form: HTMLFormElement): Enhanced => {
	const enhanced: Enhanced = known.get(form) ?? { busy: createBusy(form), inFlight: new Set() };
	known.set(form, enhanced);
	return enhanced;
};

/** Listens for the submissions of one form, or of all forms. */
interface FormListener extends SubmitListener {
	context: FormsContext;
	own: EnhanceOptions | undefined;
}

/** Takes over a submission from the browser, or logs why not. Reads everything that must be read in the event. */
const takeOver = (
	event: SubmitEvent,
	why: NativeReason | null,
	{ context, own }: FormListener
): void => {
	const form = event.target as HTMLFormElement;
	const enhanced = enhancedOf(form);
	const { busy, inFlight } = enhanced;
	if (enhanced.isNative) return;
	const { parts, find, defaults } = context;
	const submitter = submitterOf(event);
	const documents = parts.navigator() ? null : earlyDocuments();
	const request = why ?? documents?.whyNative() ?? readForm(form, submitter);
	if (typeof request === 'string')
		return void planSecondStage(parts).then((stage) => stage?.explainNative(form, request));
	event.preventDefault();
	const options = { ...defaults, ...own };
	const read = native(form, 'getAttribute');
	const record = find(options.key ?? (read('id') || read('name')));
	void startSubmission({
		request,
		form,
		submitter,
		from: location.href,
		options,
		parts,
		record,
		inFlight,
		state: stateOf(form),
		gotoOptions: gotoOptions(form, submitter),
		focused: focusedElement(),
		tell: createTell(form),
		onDestroy: (undo) => (enhanced.undo = undo),
		mark: () =>
			busy.mark(submitter, options.delay, (change) => {
				record.slow += change;
				record.store.set({ delayed: record.slow > 0 });
			}),
		submitNatively() {
			enhanced.isNative = true;
			native(form, 'requestSubmit')(submitter);
		}
	});
};

/** Prepares a form for errors, before it is submitted on a page without a host. Resolves to the undo. */
const prepare = async (form: HTMLFormElement, parts: Parts): Promise<(() => void) | undefined> => {
	const documents = earlyDocuments();
	return documents ? documents.prepare(form) : (await planSecondStage(parts))?.prepareForm(form);
};

/** Makes `enhance` for an instance. A form costs next to nothing until it is submitted: a page may have thousands. */
export const createEnhance =
	(context: FormsContext): Enhance =>
	(form, submit) => {
		assertPost(form);
		const { parts } = context;
		const listener: FormListener = { method: 'post', handler: takeOver, context, own: undefined };
		const update: Enhancement['update'] = (submit) => {
			listener.own = typeof submit === 'function' ? { submit } : submit;
			noteKey(form, listener.own?.key);
		};
		update(submit);
		onSubmit(form, listener);
		void planSecondStage(parts);
		const prepared = parts.navigator() ? undefined : prepare(form, parts);
		return {
			update,
			destroy() {
				offSubmit(form, listener);
				const enhanced = known.get(form);
				enhanced?.busy.clear();
				enhanced?.undo?.();
				void prepared?.then((undo) => undo?.());
			}
		};
	};

/**
 * Enhances each form of the document when it is submitted. Keeps no reference to forms that have left.
 *
 * @returns the undo
 */
export const enhanceDocument = (context: FormsContext, own: EnhanceOptions): (() => void) => {
	const listener: FormListener = {
		method: 'post',
		context,
		own,
		handler(event, why) {
			// GET forms need no explanation.
			if (why !== 'method') takeOver(event, why, listener);
		}
	};
	onSubmit(document, listener);
	void planSecondStage(context.parts);
	return () => offSubmit(document, listener);
};
