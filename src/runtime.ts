import type { ApplyAction, Target } from './apply/apply-action.ts';
import { loadSecondStage } from './form/load-second-stage.ts';
import { createEnhance, enhanceDocument, type Enhance, type FormsContext } from './form/enhance.ts';
import { createStatus, liveFields } from './form/create-status.ts';
import {
	createRecords,
	type FindRecord,
	type SubmissionState,
	type SubmissionStatus
} from './form/submission-status.ts';
import type { EnhanceOptions } from './form/types.ts';
import { currentNavigator } from './navigation/current.ts';
import type { Navigator } from './navigation/navigator.ts';
import { browserPage } from './page/browser-page.ts';
import type { PageStore } from './page/page-state.ts';
import type { Readable } from './page/store.ts';
import { deserialize } from './protocol/codec.ts';

/** The parts of an instance. The defaults are those of this browser. */
export interface FormsParts {
	/** Receives results as `page.form` and `page.status`. */
	page?: PageStore;
	/** Navigates, refreshes and shows errors. The browser does everything that is left out. */
	navigation?: Partial<Navigator>;
	fetch?: typeof globalThis.fetch;
}

/** An instance of the form runtime. */
export interface Forms {
	enhance: Enhance;
	applyAction: ApplyAction;
	deserialize: typeof deserialize;
	/** Sets options for all forms of this instance. */
	configure(options: EnhanceOptions): void;
	/**
	 * The submissions of the forms with a key: how many are in flight, and how the last one ended.
	 *
	 * @param key the forms' `key` option, else their `id` or `name`. Such a form need not exist yet
	 * @returns live fields, `retry()`, `clear()`, and `subscribe(listener)`, which returns its undo
	 */
	submission(key: string): SubmissionStatus & Pick<Readable<SubmissionState>, 'subscribe'>;
}

const createApplyAction =
	(target: Target): ApplyAction =>
	async (result) => {
		const { applyTo } = await loadSecondStage();
		return applyTo(target, result);
	};

/** Makes the status of the submissions with a key. */
const statusOf = ({ find, target }: FormsContext, key: string): ReturnType<Forms['submission']> => {
	const record = find(key);
	const { store } = record;
	return Object.assign(createStatus(liveFields(store), record, target.page), {
		subscribe: store.subscribe
	});
};

const target: Target = { page: browserPage, navigator: () => currentNavigator() };
const defaults: EnhanceOptions = {};

/** The record of this browser's submissions with a key. */
export const findRecord: FindRecord = /* @__PURE__ */ createRecords();

const browser: FormsContext = { target, defaults, find: findRecord };

/** Enhances a form of this browser's page. Works as a Svelte action and as a plain function. */
export const enhance: Enhance = /* @__PURE__ */ createEnhance(browser);

/** Enhances all forms of this browser's document; returns the undo. */
export const enhanceForms = (options: EnhanceOptions): (() => void) =>
	enhanceDocument(browser, options);

/** The submissions of this browser's forms with a key, for pages without a framework. */
export const submission: Forms['submission'] = (key) => statusOf(browser, key);

/** Applies a result to this browser's page. */
export const applyAction: ApplyAction = /* @__PURE__ */ createApplyAction(target);

/**
 * Sets options for all forms. Options of a single form take precedence.
 *
 * @param options see {@link EnhanceOptions}
 * @example
 * configure({ onError: 'keep', timeout: 10_000 });
 */
export const configure = (options: EnhanceOptions): void => void Object.assign(defaults, options);

/**
 * Makes a separate instance, for tests and for other hosts.
 *
 * @param parts its page, navigation and `fetch`
 * @returns `enhance`, `applyAction`, `deserialize`, `configure` and `submission` for these parts
 * @example
 * const { enhance, submission } = createForms();
 * enhance(document.querySelector('#add'));
 * submission('add').subscribe(({ pending }) => (spinner.hidden = !pending));
 */
export const createForms = ({ page = browserPage, navigation, fetch }: FormsParts = {}): Forms => {
	const context: FormsContext = {
		target: {
			page,
			navigator: () => ({
				...currentNavigator(page),
				// The caller's navigation makes it a host: then responses are not shown as documents.
				...(navigation && { documents: undefined, ...navigation })
			})
		},
		defaults: fetch ? { fetch } : {},
		find: createRecords()
	};
	return {
		enhance: createEnhance(context),
		applyAction: createApplyAction(context.target),
		deserialize,
		configure: (options) => void Object.assign(context.defaults, options),
		submission: (key) => statusOf(context, key)
	};
};
