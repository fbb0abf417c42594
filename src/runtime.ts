import { createApplyAction, type ApplyAction, type Target } from './apply/apply-action.ts';
import { createEnhance, type Enhance } from './form/enhance.ts';
import type { EnhanceOptions } from './form/types.ts';
import { currentNavigator, type Navigator } from './navigation/current.ts';
import { browserPage } from './page/browser-page.ts';
import type { PageStore } from './page/page-state.ts';
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
}

const browser: Target = { page: browserPage, navigator: currentNavigator };
const defaults: EnhanceOptions = {};

/** Enhances a form of this browser's page: a Svelte action and a plain function. */
export const enhance: Enhance = /* @__PURE__ */ createEnhance(browser, defaults);

/** Applies a result to this browser's page. */
export const applyAction: ApplyAction = /* @__PURE__ */ createApplyAction(browser);

/**
 * Sets options for all forms; those of a single form win over them.
 *
 * @param options see {@link EnhanceOptions}
 */
export const configure = (options: EnhanceOptions): void => void Object.assign(defaults, options);

/**
 * Makes an instance of its own, for tests and for other hosts.
 *
 * @param parts what it is bound to
 * @returns `enhance`, `applyAction`, `deserialize` and `configure` over those parts
 */
export const createForms = ({ page = browserPage, navigation, fetch }: FormsParts = {}): Forms => {
	const own: EnhanceOptions = fetch ? { fetch } : {};
	const target: Target = { page, navigator: () => ({ ...currentNavigator(), ...navigation }) };
	return {
		enhance: createEnhance(target, own),
		applyAction: createApplyAction(target),
		deserialize,
		configure: (options) => void Object.assign(own, options)
	};
};
