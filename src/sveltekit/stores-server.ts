import { requestPage } from '../page/request-page.ts';
import { toStores, type Stores, type Updated } from './to-stores.ts';

const stores: Stores = /* @__PURE__ */ toStores(requestPage);

/** The stores of the page that is being rendered. */
export const getStores = (): Stores => stores;

/** The page of the request that is being rendered, as a store. */
export const page: Stores['page'] = stores.page;

/** On a server no navigation is in flight. */
export const navigating: Stores['navigating'] = stores.navigating;

/** Whether the app has a newer version: always `false`, because softpost does not poll. */
export const updated: Updated = stores.updated;

export type { Stores, Updated };
