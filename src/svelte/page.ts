import { navigating as navigation } from '../navigation/navigating.ts';
import type { PageSnapshot, Readable } from '../page/page-state.ts';
import type { Navigation } from '../navigation/hooks.ts';
import { reactive } from './reactive.ts';

const PAGE_FIELDS = ['url', 'params', 'route', 'status', 'error', 'data', 'form', 'state'] as const;

/** Page state for components: `page.form` and the other fields, reactive. */
export const createReactivePage = (store: Readable<PageSnapshot>): Readonly<PageSnapshot> =>
	reactive(store, PAGE_FIELDS);

/** The navigation under way; each field is `null` when there is none. */
export type Navigating = { readonly [Field in keyof Navigation]: Navigation[Field] | null };

const NAVIGATION_FIELDS = ['from', 'to', 'type', 'willUnload', 'delta', 'complete'] as const;

const createNavigating = (): Navigating => {
	const state = reactive(navigation, ['current']);
	const fields = NAVIGATION_FIELDS.map((field): [string, PropertyDescriptor] => [
		field,
		{ enumerable: true, get: () => state.current?.[field] ?? null }
	]);
	return Object.defineProperties({} as Navigating, Object.fromEntries(fields));
};

export const navigating: Navigating = /* @__PURE__ */ createNavigating();
