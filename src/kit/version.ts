import * as navigation from '$app/navigation';

/**
 * Whether SvelteKit is version 3, which has other defaults and other names of options. Its modules do not export their
 * version, so their other exports decide.
 */
export const isThree: boolean = /* @__PURE__ */ (() => 'snapshot' in navigation)();

/** Reruns the `load` functions of the page. Keeps `page.state` if the version can. */
export const refresh = (): Promise<void> =>
	(isThree && navigation.refreshAll ? navigation.refreshAll : navigation.invalidateAll)();
