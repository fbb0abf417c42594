import * as navigation from '$app/navigation';

/**
 * Whether SvelteKit is version 3: it says what `update` does by default, and what options are called.
 * Its modules do not tell their version, but what they export does.
 */
export const isThree: boolean = /* @__PURE__ */ (() => 'snapshot' in navigation)();

/** Runs the `load` functions of the page again; `page.state` stays as far as the version lets it. */
export const refresh = (): Promise<void> =>
	(isThree && navigation.refreshAll ? navigation.refreshAll : navigation.invalidateAll)();
