import { browserPage } from './page/browser-page.ts';
import type { PageSnapshot } from './page/page-state.ts';
import type { Readable } from './page/store.ts';

/**
 * The page that is shown, for code without a framework: `page.current`, `page.subscribe(fn)`.
 *
 * @example
 * page.subscribe(({ status, form }) => console.log(status, form));
 */
export const page: Readable<PageSnapshot> = browserPage;
export type { PageSnapshot as Page, Readable };
