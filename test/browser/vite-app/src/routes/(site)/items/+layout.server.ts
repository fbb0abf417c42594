import type { LayoutServerLoad } from './$types';

/** The pages below show this data. The layout itself has no component. */
export const load: LayoutServerLoad = () => ({ aisle: 'Drinks' });
