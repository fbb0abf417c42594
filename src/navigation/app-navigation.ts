import { doc } from '../dom/doc.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { isHttp } from '../protocol/is-http.ts';
import { currentNavigator } from './document-navigator.ts';
import type { GotoOptions, Navigator, Preloaded } from './navigator.ts';
import { plainState } from './history/plain-state.ts';

const unsupported = (name: string, advice: string): SoftpostError =>
	new SoftpostError('unsupported', `${name} is not available here. ${advice}`, { name });

/** Gets a function of the host, or throws on a page without a router. */
const fromHost = <Name extends 'shallow' | 'refresh' | 'preload' | 'preloadCode'>(
	part: Name,
	name: string
): NonNullable<Navigator[Name]> => {
	const found = currentNavigator()[part];
	if (found) return found;
	throw unsupported(name, 'Call start of softpost/svelte first');
};

/**
 * Resolves a target against the document.
 *
 * @throws {SoftpostError} `external_url` for another origin or scheme, and for text that is not a URL
 */
const ownUrl = (target: string | URL, name: string): URL => {
	const { origin } = currentNavigator().here();
	const url = URL.canParse(target, doc.baseURI) ? new URL(target, doc.baseURI) : undefined;
	if (url && isHttp(url) && url.origin === origin) return url;
	throw new SoftpostError(
		'external_url',
		`${name} cannot leave ${origin}. Use location.assign for other sites`,
		{
			url: url ?? target
		}
	);
};

/** Normalizes the names of the options, and checks the state before anything is loaded. */
const wished = ({
	refreshAll,
	replace,
	reset,
	state,
	...options
}: GotoOptions = {}): GotoOptions => ({
	...(replace !== undefined && { replaceState: replace }),
	...(refreshAll !== undefined && { invalidateAll: refreshAll }),
	...(reset === false && { noScroll: true, keepFocus: true }),
	...options,
	...(state && { state: plainState(state) })
});

/**
 * Shows another page of this app.
 *
 * @param target  absolute, or relative to the document
 * @param options see {@link GotoOptions}
 * @returns a promise that resolves when the page is shown, or a newer navigation has replaced this one
 * @throws {SoftpostError} (as a rejection) `external_url` for another origin or scheme, `history_state` for a
 * `state` that history cannot store
 * @example
 * await goto('/notes?sort=new', { noScroll: true });
 */
export const goto = async (target: string | URL, options?: GotoOptions): Promise<void> => {
	const url = ownUrl(target, 'goto');
	const { shallow, ...wish } = wished(options);
	if (shallow) return fromHost('shallow', 'goto')(!!wish.replaceState, url, wish.state ?? {});
	return currentNavigator().goto(url, options && wish, undefined, true);
};

/**
 * Reruns the `load` functions of the shown page and shows their data. `page.form` stays.
 *
 * @returns a promise that resolves when the fresh data is shown
 * @throws {SoftpostError} `network` (as a rejection) if the server cannot be reached; the page stays
 * @example
 * await invalidateAll();
 */
export const invalidateAll = async (): Promise<void> => currentNavigator().invalidateAll?.();

const moveShallow =
	(name: 'pushState' | 'replaceState') =>
	(target: string | URL, state: Record<string, any>): void =>
		fromHost('shallow', name)(name === 'replaceState', ownUrl(target, name), plainState(state));

/**
 * Adds a history entry for the shown page, with `state` as its `page.state`. Back removes it. Nothing is loaded, and
 * `page.url` stays.
 *
 * @param target the URL for the address bar, relative to the current one; `''` for the same
 * @param state  plain data; proxies are copied
 * @throws {SoftpostError} `external_url` for another origin, `history_state` for a state that history cannot store,
 * `unsupported` on a page without a host
 * @example
 * pushState('', { dialog: 'rename' });
 */
export const pushState: (target: string | URL, state: Record<string, any>) => void =
	/* @__PURE__ */ moveShallow('pushState');

/**
 * Like {@link pushState}, but changes the current entry.
 *
 * @example
 * replaceState('', { ...page.state, step: 2 });
 */
export const replaceState: (target: string | URL, state: Record<string, any>) => void =
	/* @__PURE__ */ moveShallow('replaceState');

/**
 * Preloads a page with its code. The next navigation uses it, if it leads there and nothing was sent to the server in
 * the meantime.
 *
 * @returns its data and HTTP status, or the target of its redirect
 * @throws {SoftpostError} (as a rejection) `external_url` for another origin, `network` if the server cannot
 * be reached, `unsupported` on a page without a host
 * @example
 * const page = await preloadData('/photos/1');
 * if (page.type === 'loaded' && page.status === 200) pushState('/photos/1', { photo: page.data });
 */
export const preloadData = async (target: string | URL): Promise<Preloaded> =>
	fromHost('preload', 'preloadData')(ownUrl(target, 'preloadData'));

/**
 * Preloads the code of a page, without its data. Does nothing if the URL is not a page of this app.
 *
 * @returns a promise that resolves when the code is loaded
 * @throws {SoftpostError} (as a rejection) `external_url` for another origin, `unsupported` on a page without a host
 * @throws the error of the import, if the code cannot be loaded
 * @example
 * await preloadCode('/photos/1');
 */
export const preloadCode = async (target: string | URL): Promise<void> =>
	fromHost('preloadCode', 'preloadCode')(ownUrl(target, 'preloadCode'));

/**
 * Reruns the `load` functions of the shown page that depend on changed data.
 *
 * @param changed a URL or a name that was passed to `depends`, or a function that decides for each of them
 * @returns a promise that resolves when the fresh data is shown; at once if nothing depends on it
 * @throws {SoftpostError} (as a rejection) `network` if the server cannot be reached, `unsupported` on a
 * page without a host
 * @example
 * await invalidate('app:notes');
 */
export const invalidate = async (
	changed: string | URL | ((url: URL) => boolean)
): Promise<void> => {
	if (typeof changed === 'function') return fromHost('refresh', 'invalidate')(changed);
	const { href } = new URL(changed, doc.baseURI);
	return fromHost('refresh', 'invalidate')((url) => url.href === href);
};

/**
 * SvelteKit 3's name for `invalidateAll`: reruns all `load` functions of the shown page.
 *
 * @param options `includeLoadFunctions: false` does nothing
 * @returns a promise that resolves when the fresh data is shown
 * @throws {SoftpostError} `network` (as a rejection) if the server cannot be reached; the page stays
 * @example
 * await refreshAll();
 */
export const refreshAll = async ({
	includeLoadFunctions = true
}: { includeLoadFunctions?: boolean } = {}): Promise<void> =>
	includeLoadFunctions ? currentNavigator().invalidateAll?.() : undefined;
