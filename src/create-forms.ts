import type { ApplyAction } from './apply/apply-action.ts';
import type { Parts } from './apply/target.ts';
import { createEnhance, type Enhance, type FormsContext } from './form/enhance.ts';
import { createStatus, liveFields } from './form/create-status.ts';
import {
	createRecords,
	type SubmissionState,
	type SubmissionStatus
} from './form/submission-status.ts';
import type { EnhanceOptions } from './form/types.ts';
import { hostNavigator } from './navigation/current.ts';
import type { Navigator } from './navigation/navigator.ts';
import { browserPage } from './page/browser-page.ts';
import type { PageStore } from './page/page-state.ts';
import type { Readable } from './page/store.ts';
import { deserialize } from './protocol/deserialize.ts';
import { browser, createApplyAction } from './runtime.ts';

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

/** Makes the status of the submissions with a key. */
const statusOf = ({ find, parts }: FormsContext, key: string): ReturnType<Forms['submission']> => {
	const record = find(key);
	const { store } = record;
	return Object.assign(createStatus(liveFields(store), record, parts.page ?? browserPage), {
		subscribe: store.subscribe
	});
};

/** The submissions of this browser's forms with a key, for pages without a framework. */
export const submission: Forms['submission'] = (key) => statusOf(browser, key);

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
export const createForms = ({ page, navigation, fetch }: FormsParts = {}): Forms => {
	const parts: Parts = {
		page,
		// The caller's navigation makes it a host.
		navigator: () => (navigation ? { ...hostNavigator(), ...navigation } : hostNavigator())
	};
	const context: FormsContext = { parts, defaults: fetch ? { fetch } : {}, find: createRecords() };
	return {
		enhance: createEnhance(context),
		applyAction: createApplyAction(parts),
		deserialize,
		configure: (options) => void Object.assign(context.defaults, options),
		submission: (key) => statusOf(context, key)
	};
};
