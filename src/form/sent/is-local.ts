/** Whether the page is on a developer's own machine, where hints in the console help. */
export const isLocal = (): boolean =>
	/^(localhost|127\.|\[::1)/.test(globalThis.location?.hostname ?? '');
