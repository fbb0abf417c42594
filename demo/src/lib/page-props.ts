import type { ActionData, LoadData } from '@sveltejs/kit';
import type { load as rootLoad } from '../routes/+layout.server.ts';

/** What every page and layout gets from the root layout. */
export type RootData = LoadData<typeof rootLoad>;

type Loaded<Server> = Server extends { load: (event: any) => unknown }
	? LoadData<Server['load']>
	: unknown;

type Answered<Server> = Server extends { actions: Record<string, (event: any) => unknown> }
	? ActionData<Server['actions']>
	: null;

/**
 * The props of a page, which SvelteKit would generate into `./$types`:
 * `PageProps<typeof import('./+page.server')>`.
 */
export interface PageProps<Server = object> {
	data: RootData & Loaded<Server>;
	form: Answered<Server>;
	params: Record<string, string>;
}
