/** Exports without effect: which values to warn about, and the advice. */
const WITHOUT_EFFECT: Record<
	string,
	[isWish: (value: unknown, isUniversal: boolean) => boolean, advice: string]
> = {
	prerender: [Boolean, 'Pages are rendered for each request. Cache them with setHeaders'],
	trailingSlash: [
		(value) => value === 'always',
		'A URL that ends with a slash redirects to the one without'
	],
	actions: [
		(value, isUniversal) => isUniversal && !!value,
		'Export them from +page.server: only the server runs actions'
	],
	// The form of a page whose actions are misspelt gets a 405.
	action: [Boolean, 'The name is `actions`'],
	Actions: [Boolean, 'The name is `actions`'],
	Load: [Boolean, 'The name is `load`']
};

const isDevelopment = (): boolean =>
	!!globalThis.process?.env && process.env.NODE_ENV !== 'production';

const warned = new Set<string>();

/**
 * In development, warns once about each export that has no effect.
 *
 * @param of          names the page or layout
 * @param isUniversal whether the module runs in the browser too
 */
export const checkOptions = (module: object, of: string, isUniversal = false): void => {
	if (!isDevelopment()) return;
	for (const [name, [isWish, advice]] of Object.entries(WITHOUT_EFFECT)) {
		if (warned.has(name) || !isWish(Reflect.get(module, name), isUniversal)) continue;
		warned.add(name);
		console.warn(`${of}: \`${name}\` has no effect in softpost. ${advice}.`);
	}
};
