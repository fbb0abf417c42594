/** Page options of SvelteKit without effect here: which values to warn about, and the advice. */
const WITHOUT_EFFECT: Record<string, [isWish: (value: unknown) => boolean, advice: string]> = {
	prerender: [Boolean, 'Pages are rendered for each request. Cache them with setHeaders'],
	trailingSlash: [
		(value) => value === 'always',
		'A URL that ends with a slash redirects to the one without'
	]
};

const isDevelopment = (): boolean =>
	!!globalThis.process?.env && process.env.NODE_ENV !== 'production';

const warned = new Set<string>();

/**
 * In development, warns once about each option that has no effect.
 *
 * @param of names the page or layout
 */
export const checkOptions = (module: object, of: string): void => {
	if (!isDevelopment()) return;
	for (const [name, [isWish, advice]] of Object.entries(WITHOUT_EFFECT)) {
		if (warned.has(name) || !isWish(Reflect.get(module, name))) continue;
		warned.add(name);
		console.warn(`${of}: \`${name}\` has no effect in softpost. ${advice}.`);
	}
};
