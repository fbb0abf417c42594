import { createApplyAction, type Target } from './apply/apply-action.ts';
import { createEnhance, type Enhance } from './form/enhance.ts';
import type { EnhanceOptions } from './form/types.ts';
import { currentNavigator, type Navigator } from './navigation/current.ts';
import { browserPage } from './page/browser-page.ts';
import type { PageStore } from './page/page-state.ts';
import type { ActionResult } from './protocol/action-result.ts';
import { deserialize } from './protocol/codec.ts';

/** What an instance is bound to; this browser's own stand in for parts that are left out. */
export interface FormsParts {
	/** Where results go: `page.form`, `page.status`. */
	page?: PageStore;
	/** Who navigates, refreshes and shows errors; single members may be given. */
	navigation?: Partial<Navigator>;
	fetch?: typeof globalThis.fetch;
}

export interface Forms {
	enhance: Enhance;
	applyAction(result: ActionResult): Promise<void>;
	deserialize: typeof deserialize;
	/** Sets options for all forms of this instance. */
	configure(options: EnhanceOptions): void;
}

/**
 * Makes an instance of the form runtime, for tests and for other hosts.
 *
 * @param parts what it is bound to
 * @returns `enhance`, `applyAction`, `deserialize` and `configure` over those parts
 */
export const createForms = ({ page = browserPage, navigation, fetch }: FormsParts = {}): Forms => {
	const defaults: EnhanceOptions = fetch ? { fetch } : {};
	const navigator = navigation
		? (): Navigator => ({ ...currentNavigator(), ...navigation })
		: currentNavigator;
	const target: Target = { page, navigator };
	return {
		enhance: createEnhance(target, defaults),
		applyAction: createApplyAction(target),
		deserialize,
		configure: (options) => void Object.assign(defaults, options)
	};
};

/** The instance of this browser, which the root entry exports. */
export const forms: Forms = /* @__PURE__ */ createForms();
