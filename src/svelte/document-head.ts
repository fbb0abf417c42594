/** A stylesheet of a page: its URL, or in development its text with Vite's id. */
export type Style = { href: string } | { id: string; css: string };

/** The files that a page needs in addition to its markup, with the bundler's names. */
export interface PageAssets {
	/** In the order of the cascade. */
	styles: readonly Style[];
	/** URLs of the modules that the browser needs to hydrate the page. */
	preloads: readonly string[];
	/** URLs of the modules that start the app. */
	scripts: readonly string[];
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Writes attributes, except those without a value. */
const attributes = (values: Record<string, string | undefined>): string =>
	Object.entries(values)
		.map(([name, value]) =>
			value === undefined ? '' : ` ${name}="${value.replace(/[&<>"]/g, (char) => ENTITIES[char]!)}"`
		)
		.join('');

const styleElement = (style: Style, nonce: string | undefined): string => {
	if ('href' in style) return `<link${attributes({ rel: 'stylesheet', href: style.href, nonce })}>`;
	// The text must not end the element: the HTML parser does not know strings in CSS.
	const css = style.css.replace(/<\/style/gi, '<\\/style');
	return `<style${attributes({ 'data-vite-dev-id': style.id, nonce })}>${css}</style>`;
};

/**
 * Writes the elements for the `<head>`: first the styles, which the browser waits for before it paints, then the files
 * that it may load in the meantime.
 *
 * @param nonce the nonce of the page's policy, if its template has one
 */
export const assetElements = (
	{ styles, preloads, scripts }: PageAssets,
	nonce: string | undefined
): string =>
	[
		// Vite reads the nonce there, for the styles of later pages.
		nonce && scripts.length ? `<meta${attributes({ property: 'csp-nonce', nonce })}>` : '',
		...styles.map((style) => styleElement(style, nonce)),
		...preloads.map((href) => `<link${attributes({ rel: 'modulepreload', href, nonce })}>`),
		...scripts.map((src) => `<script${attributes({ type: 'module', src, nonce })}></script>`)
	].join('');
