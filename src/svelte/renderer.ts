import { render as renderComponent } from 'svelte/server';
import { runWithPage } from '../page/request-page.ts';
import { pageFields, type PageSnapshot } from '../page/page-state.ts';
import type { Transport } from '../protocol/codec.ts';
import { encodeData } from '../protocol/encode.ts';
import { SoftpostError } from '../protocol/errors.ts';
import type { PageData, Render } from '../protocol/page-data.ts';
import { ENV_ID, publicEnv } from '../protocol/public-env.ts';
import { loadModule } from '../protocol/routes.ts';
import { PAYLOAD_ID } from '../protocol/wire.ts';
import App from './App.svelte';
import { assetElements, type PageAssets } from './document-head.ts';
import { slotsOf } from './slots.ts';
import { filesShown, prepareView, type ComponentModule, type ComponentRoutes } from './view.ts';

export interface RendererOptions {
	/** Route ids to components, see `fromFiles`. */
	routes: ComponentRoutes;
	/**
	 * A whole HTML document with `%head%`, `%body%` and, where a policy needs it, `%nonce%`. `%assets%` is `base`. SvelteKit's
	 * names for them, such as `%sveltekit.head%`, mean the same.
	 */
	template: string;
	/** Custom types on the wire, the same as `createApp` has. */
	transport?: Transport;
	/**
	 * Names the styles, chunks and scripts of a page, for its `<head>`. `softpost/vite` gives one.
	 *
	 * @param files of the page, its layouts and its boundary, as `fromFiles` got them
	 */
	assets?: (files: readonly string[]) => PageAssets | Promise<PageAssets>;
	/** The path in front of all files of the app, without a slash at its end. Default: none. */
	base?: string;
}

/** A route whose actions or `load` have nothing to show: the action has run when that is found. */
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

/** A data block is not a script, so no policy blocks it; `<` is escaped, so no data ends it. */
const dataBlock = (id: string, json: string): string =>
	`<script type="application/json" id="${id}">${json.replaceAll('<', '\\u003C')}</script>`;

/** All that `start` and the app's code read of the document. */
const dataBlocks = (page: PageData, transport: Transport | undefined): string => {
	const env = publicEnv.read ? dataBlock(ENV_ID, JSON.stringify(publicEnv.read())) : '';
	return env + dataBlock(PAYLOAD_ID, encodeData(page, transport));
};

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

/**
 * Makes the `render` of `createApp` for Svelte.
 *
 * @returns a function that turns a page into an HTML document. A rendering that throws rejects, and so does one of a
 *   route without a component, with a {SoftpostError} `no_component`
 * @throws {SoftpostError} `template` when the template lacks `%head%` or `%body%`
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
	return async ({ url, page }) => {
		await assertComponent(routes, page);
		const view = await prepareView(routes, page);
		const snapshot: PageSnapshot = { ...pageFields(page), url, form: page.form, state: {} };
		const nonce = createNonce();
		const app = {
			slots: { current: slotsOf(view, page.form) },
			page: snapshot,
			instances: [],
			breakAt: () => () => {}
		};
		const { head, body } = await runWithPage(snapshot, async () =>
			renderComponent(App, { props: { app }, csp: { nonce } })
		);
		const links = assets
			? assetElements(await assets(filesShown(routes, page)), hasNonce ? nonce : undefined)
			: '';
		const parts: Record<string, string> = {
			head: links + head,
			body: body + dataBlocks(page, transport),
			nonce,
			assets: base
		};
		return template.replace(PLACEHOLDER, (_, name: string) => parts[name]!);
	};
};
