import { render as renderComponent } from 'svelte/server';
import { runWithPage } from '../page/request-page.ts';
import { pageFields, type PageSnapshot } from '../page/page-state.ts';
import type { Transport } from '../protocol/transport.ts';
import { SoftpostError } from '../protocol/errors.ts';
import type { PageData, Render, RenderInput } from '../protocol/page-data.ts';
import { loadModule } from '../protocol/routes.ts';
import App from './App.svelte';
import { dataBlocks, withoutModules } from './document-data.ts';
import { assetElements, type PageAssets } from './document-head.ts';
import { slotsOf } from './slots.ts';
import { filesShown } from './route-code.ts';
import { prepareView, type ComponentModule, type ComponentRoutes } from './view.ts';

export interface RendererOptions {
	/** Route ids to components, see `fromFiles`. */
	routes: ComponentRoutes;
	/**
	 * A complete HTML document with `%head%`, `%body%` and, for a Content Security Policy, `%nonce%`. `%assets%` is `base`.
	 * SvelteKit's names, such as `%sveltekit.head%`, work too.
	 */
	template: string;
	/** Custom types on the wire: pass the same as to `createApp`. */
	transport?: Transport;
	/**
	 * Returns the styles, chunks and scripts of a page, for its `<head>`. `softpost/vite` has one.
	 *
	 * @param files the files of the page, its layouts and its boundary, as passed to `fromFiles`
	 */
	assets?: (files: readonly string[]) => PageAssets | Promise<PageAssets>;
	/** The path in front of all files of the app, without a slash at its end. Default: none. */
	base?: string;
}

/** Throws for a route with actions or a `load` but no component. By then, the action has run. */
const assertComponent = async (
	routes: ComponentRoutes,
	{ route, error }: PageData
): Promise<void> => {
	const page = routes[route ?? '']?.page;
	const module: Partial<ComponentModule> | undefined = page && (await loadModule(page));
	if (error || module?.default) return;
	throw new SoftpostError(
		'no_component',
		`The route ${route} has no component to show. Add +page.svelte beside its +page.server, or a page to the routes of createRenderer`,
		{ route }
	);
};

const PLACEHOLDER = /%(?:sveltekit\.)?(head|body|nonce|assets)%/g;
const NONCE_BYTES = 16;

const createNonce = (): string =>
	btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(NONCE_BYTES))));

const assertTemplate = (template: string): void => {
	const found = new Set(Array.from(template.matchAll(PLACEHOLDER), ([, name]) => `%${name}%`));
	for (const placeholder of ['%head%', '%body%']) {
		if (found.has(placeholder)) continue;
		throw new SoftpostError(
			'template',
			`The template has no ${placeholder}. Add it where that part of the page goes`,
			{
				placeholder
			}
		);
	}
};

/** Renders the components of a page. */
const renderPage = async (
	routes: ComponentRoutes,
	{ url, page, nonce }: RenderInput & { nonce: string }
): Promise<{ head: string; body: string }> => {
	await assertComponent(routes, page);
	const view = await prepareView(routes, page);
	const snapshot: PageSnapshot = { ...pageFields(page), url, form: page.form, state: {} };
	const app = {
		slots: { current: slotsOf(view, page.form) },
		page: snapshot,
		instances: [],
		breakAt: () => () => {}
	};
	return runWithPage(snapshot, async () =>
		renderComponent(App, { props: { app }, csp: { nonce } })
	);
};

/**
 * Makes the `render` of `createApp` for Svelte.
 *
 * @returns a function that turns a page into an HTML document. It rejects with the errors of components, and with a
 *   {SoftpostError} `no_component` for a route without a component
 * @throws {SoftpostError} `template` if the template lacks `%head%` or `%body%`
 * @example
 * const render = createRenderer({
 * 	routes: { '/': { page: () => import('./Home.svelte') } },
 * 	template: '<!doctype html><html lang="en"><head>%head%</head><body>%body%</body></html>'
 * });
 */
export const createRenderer = ({
	routes,
	template,
	transport,
	assets,
	base = ''
}: RendererOptions): Render => {
	assertTemplate(template);
	const hasNonce = /%(sveltekit\.)?nonce%/.test(template);
	const withoutScript = withoutModules(template);
	const write: Render = async ({ url, page, server }) => {
		const { ssr, csr } = page.document ?? {};
		const nonce = createNonce();
		const { head, body } =
			ssr === false ? { head: '', body: '' } : await renderPage(routes, { url, page, nonce });
		const needed = assets && (await assets(filesShown(routes, page)));
		const sent = needed && csr === false ? { ...needed, preloads: [], scripts: [] } : needed;
		const parts: Record<string, string> = {
			head: (sent ? assetElements(sent, hasNonce ? nonce : undefined) : '') + head,
			body: body + (csr === false ? '' : dataBlocks(page, server, transport)),
			nonce,
			assets: base
		};
		const around = csr === false ? withoutScript : template;
		return around.replace(PLACEHOLDER, (_, name: string) => parts[name]!);
	};
	return Object.assign(write, { universal: (id: string) => routes[id]?.universal });
};
