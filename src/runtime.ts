import { createApplyAction, unapply, type ApplyAction } from './apply/apply-action.ts';
import { createEnhance, type Enhance, type FormsContext } from './form/enhance.ts';
import {
	createStatus,
	createSubmissions,
	liveFields,
	type FindSubmissions,
	type SubmissionState,
	type SubmissionStatus
} from './form/submission-status.ts';
import type { EnhanceOptions } from './form/types.ts';
import { currentNavigator, type Navigator } from './navigation/current.ts';
import { browserPage } from './page/browser-page.ts';
import type { PageStore } from './page/page-state.ts';
import type { Readable } from './page/store.ts';
import { deserialize } from './protocol/codec.ts';

/** What an instance is bound to; this browser's own stand in for parts that are left out. */
export interface FormsParts {
	/** Where results go: `page.form`, `page.status`. */
	page?: PageStore;
	/** Who navigates, refreshes and shows errors; single members may be given. */
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
	 * The submissions of the forms with a key: how many are under way, and what the last came to.
	 *
	 * @param key the forms' `key` option, else their `id` or `name`; known before there is such a form
	 * @returns live fields, `retry()`, `clear()`, and `subscribe(listener)`, which returns its undo
	 */
	submission(key: string): SubmissionStatus & Pick<Readable<SubmissionState>, 'subscribe'>;
}

const browser: FormsContext = {
	page: { page: browserPage, navigator: currentNavigator },
	defaults: {},
	find: /* @__PURE__ */ createSubmissions()
};

/** Enhances a form of this browser's page: a Svelte action and a plain function. */
export const enhance: Enhance = /* @__PURE__ */ createEnhance(browser);

/** Applies a result to this browser's page. */
export const applyAction: ApplyAction = /* @__PURE__ */ createApplyAction(browser.page);

/**
 * Sets options for all forms; those of a single form win over them.
 *
 * @param options see {@link EnhanceOptions}
 */
export const configure = (options: EnhanceOptions): void =>
	void Object.assign(browser.defaults, options);

/** The submissions of this browser's forms with a key. */
export const findSubmissions: FindSubmissions = browser.find;

/**
 * Makes an instance of its own, for tests and for other hosts.
 *
 * @param parts what it is bound to
 * @returns `enhance`, `applyAction`, `deserialize`, `configure` and `submission` over those parts
 */
export const createForms = ({ page = browserPage, navigation, fetch }: FormsParts = {}): Forms => {
	const context: FormsContext = {
		page: { page, navigator: () => ({ ...currentNavigator(), ...navigation }) },
		defaults: fetch ? { fetch } : {},
		find: createSubmissions()
	};
	return {
		enhance: createEnhance(context),
		applyAction: createApplyAction(context.page),
		deserialize,
		configure: (options) => void Object.assign(context.defaults, options),
		submission(key) {
			const submissions = context.find(key);
			const { store } = submissions;
			return Object.assign(
				createStatus(liveFields(store), submissions, (result) => unapply(page, result)),
				{
					subscribe: store.subscribe
				}
			);
		}
	};
};
