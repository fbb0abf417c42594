import type { LayoutServerLoad } from './$types';

/** Without a component: what it loads is for the pages below. */
export const load: LayoutServerLoad = () => ({ aisle: 'Drinks' });
