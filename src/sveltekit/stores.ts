import { browserPage } from '../page/browser-page.ts';
import { toStores, type Stores, type Updated } from './to-stores.ts';

const stores: Stores = /* @__PURE__ */ toStores(browserPage);

/** The stores of this page, as an object. */
export const getStores = (): Stores => stores;

/**
 * The shown page, as a store. New code should use `page` of `softpost/svelte`.
 *
 * @example
 * // In a component: {$page.url.pathname}
 * page.subscribe(({ url }) => console.log(url.pathname));
 */
export const page: Stores['page'] = stores.page;

/** The navigation in flight as a store; `null` if there is none. */
export const navigating: Stores['navigating'] = stores.navigating;

/** Whether the app has a newer version: always `false`, because softpost does not poll. */
export const updated: Updated = stores.updated;

export type { Stores, Updated };
