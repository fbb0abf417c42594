export { requestPage as page } from './page/request-page.ts';
export type { PageSnapshot as Page } from './page/page-state.ts';
export type { Readable } from './page/store.ts';
