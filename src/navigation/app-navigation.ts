import { doc } from '../dom/doc.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { isHttp } from '../protocol/wire.ts';
import { currentNavigator } from './current.ts';
import type { GotoOptions, Navigator, Preloaded } from './navigator.ts';
import { plainState } from './history/plain-state.ts';

const unsupported = (name: string, advice: string): SoftpostError =>
	new SoftpostError('unsupported', `${name} is not available here. ${advice}`, { name });

/** A part of the host that a page without a router does not have. */
const fromHost = <Name extends 'shallow' | 'refresh' | 'preload' | 'preloadCode'>(
	part: Name,
	name: string
): NonNullable<Navigator[Name]> => {
	const found = currentNavigator()[part];
	if (found) return found;
	throw unsupported(name, 'Call start of softpost/svelte first');
};

/**
 * Resolves the target of a function against the document.
 *
 * @throws {SoftpostError} `external_url` for another origin or scheme
 */
const ownUrl = (target: string | URL, name: string): URL => {
	const { origin } = currentNavigator().here();
	const url = new URL(target, doc.baseURI);
	if (isHttp(url) && url.origin === origin) return url;
	throw new SoftpostError(
		'external_url',
		`${name} cannot leave ${origin}. Use location.assign for other sites`,
		{
			url
		}
	);
};

/** The options under the names that they have here; a state is checked before anything is loaded for it. */
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
 * @returns a promise that resolves when the page is shown, or when a newer navigation took its place
 * @throws {SoftpostError} (as a rejection) `external_url` for another origin or scheme, `history_state` for a
 * `state` that no history entry can keep
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
 * Runs the `load` functions of the shown page again and shows what they return. `page.form` stays.
 *
 * @returns a promise that resolves when the fresh data is shown
 * @throws {SoftpostError} `network` (as a rejection) where the server cannot be reached; the page stays
 * @example
 * await invalidateAll();
 */
export const invalidateAll = async (): Promise<void> => currentNavigator().invalidateAll?.();

const moveShallow =
	(name: 'pushState' | 'replaceState') =>
	(target: string | URL, state: Record<string, any>): void =>
		fromHost('shallow', name)(name === 'replaceState', ownUrl(target, name), plainState(state));

/**
 * Adds a history entry for the page that is shown: `page.state` is `state` there, and back closes it. Nothing
 * is loaded, and `page.url` stays.
 *
 * @param target what the address bar shows, relative to what it shows now; `''` for the same
 * @param state  plain data; proxies are copied
 * @throws {SoftpostError} `external_url` for another origin, `history_state` for a state that no entry can
 * keep, `unsupported` on a page without a host
 * @example
 * pushState('', { dialog: 'rename' });
 */
export const pushState: (target: string | URL, state: Record<string, any>) => void =
	/* @__PURE__ */ moveShallow('pushState');

/**
 * As {@link pushState}, but changes the current entry.
 *
 * @example
 * replaceState('', { ...page.state, step: 2 });
 */
export const replaceState: (target: string | URL, state: Record<string, any>) => void =
	/* @__PURE__ */ moveShallow('replaceState');

/**
 * Loads a page ahead, with its code. The next navigation uses it, if that leads there and nothing was sent to
 * the server in the meantime.
 *
 * @returns its data and HTTP status, or where it redirects
 * @throws {SoftpostError} (as a rejection) `external_url` for another origin, `network` where the server cannot
 * be reached, `unsupported` on a page without a host
 * @example
 * const page = await preloadData('/photos/1');
 * if (page.type === 'loaded' && page.status === 200) pushState('/photos/1', { photo: page.data });
 */
export const preloadData = async (target: string | URL): Promise<Preloaded> =>
	fromHost('preload', 'preloadData')(ownUrl(target, 'preloadData'));

/**
 * Loads the code of a page ahead, and no data. It does nothing for a URL that is no page of this app.
 *
 * @returns a promise that resolves when the code is there
 * @throws {SoftpostError} (as a rejection) `external_url` for another origin, `unsupported` on a page without a host
 * @throws what an import throws, where the code cannot be loaded
 * @example
 * await preloadCode('/photos/1');
 */
export const preloadCode = async (target: string | URL): Promise<void> =>
	fromHost('preloadCode', 'preloadCode')(ownUrl(target, 'preloadCode'));

/**
 * Runs those `load` functions of the shown page again that depend on something.
 *
 * @param changed a URL or a name that was given to `depends`, or a function that is asked about each of those
 * @returns a promise that resolves when the fresh data is shown; at once where nothing depends on it
 * @throws {SoftpostError} (as a rejection) `network` where the server cannot be reached, `unsupported` on a
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
 * `invalidateAll` under the name that it has in SvelteKit 3: runs all `load` functions of the shown page again.
 *
 * @param options `includeLoadFunctions: false` leaves nothing to do
 * @returns a promise that resolves when the fresh data is shown
 * @throws {SoftpostError} `network` (as a rejection) where the server cannot be reached; the page stays
 * @example
 * await refreshAll();
 */
export const refreshAll = async ({
	includeLoadFunctions = true
}: { includeLoadFunctions?: boolean } = {}): Promise<void> =>
	includeLoadFunctions ? currentNavigator().invalidateAll?.() : undefined;
