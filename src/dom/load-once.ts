/**
 * Makes a function that loads something with its first call, because a bundler may look for the files of each `import()`
 * again. If loading fails, the next call tries again.
 */
export const loadOnce = <Loaded>(load: () => Promise<Loaded>): (() => Promise<Loaded>) => {
	let loading: Promise<Loaded> | undefined;
	return () =>
		(loading ??= load().catch((cause) => {
			loading = undefined;
			throw cause;
		}));
};
