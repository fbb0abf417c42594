export { requestPage as page } from './page/request-page.ts';
export type { PageSnapshot as Page, Readable } from './page/page-state.ts';
