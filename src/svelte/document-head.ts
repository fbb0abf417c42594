/** A stylesheet of a page: its URL, or in development its text under the id that Vite knows it by. */
export type Style = { href: string } | { id: string; css: string };

/** What a page needs besides its markup, as a bundler has named it. */
export interface PageAssets {
	/** In the order of the cascade. */
	styles: readonly Style[];
	/** URLs of the modules that the browser needs to hydrate the page. */
	preloads: readonly string[];
	/** URLs of the modules that start the app. */
	scripts: readonly string[];
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A list of attributes; one without a value is left out. */
const attributes = (values: Record<string, string | undefined>): string =>
	Object.entries(values)
		.map(([name, value]) =>
			value === undefined ? '' : ` ${name}="${value.replace(/[&<>"]/g, (char) => ENTITIES[char]!)}"`
		)
		.join('');

const styleElement = (style: Style, nonce: string | undefined): string => {
	if ('href' in style) return `<link${attributes({ rel: 'stylesheet', href: style.href, nonce })}>`;
	// No CSS ends the element: the parser knows nothing of strings in it.
	const css = style.css.replace(/<\/style/gi, '<\\/style');
	return `<style${attributes({ 'data-vite-dev-id': style.id, nonce })}>${css}</style>`;
};

/**
 * Writes what belongs into the `<head>`: styles first, which the browser waits for before it paints, then what it
 * may load in the meantime.
 *
 * @param nonce that of the page's policy, if its template has one
 */
export const assetElements = (
	{ styles, preloads, scripts }: PageAssets,
	nonce: string | undefined
): string =>
	[
		// Vite reads it there, for the styles that later pages bring.
		nonce && scripts.length ? `<meta${attributes({ property: 'csp-nonce', nonce })}>` : '',
		...styles.map((style) => styleElement(style, nonce)),
		...preloads.map((href) => `<link${attributes({ rel: 'modulepreload', href, nonce })}>`),
		...scripts.map((src) => `<script${attributes({ type: 'module', src, nonce })}></script>`)
	].join('');
