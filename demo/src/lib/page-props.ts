import type { ActionFailure } from '@sveltejs/kit';
import type { load as rootLoad } from '../routes/+layout.server.ts';

/*
 * What SvelteKit generates into `./$types`, derived from the server file's own types:
 * `PageProps<typeof import('./+page.server.ts')>`.
 */

type AnyFunction = (...args: never[]) => unknown;

type Returned<Fn> = Fn extends AnyFunction ? NonNullable<Awaited<ReturnType<Fn>>> : never;

type Loaded<Server> = Server extends { load: infer Load } ? Returned<Load> : unknown;

/** Either what an action returned or what it failed with. */
type Outcome<Result> = Result extends ActionFailure<infer Data> ? Data : Result extends object ? Result : never;

/** Every key of every outcome may be read on any of them, as `form?.missing` does in the examples. */
type AnyOf<Union, All = Union> = Union extends unknown
	? Union & { [Key in Exclude<All extends unknown ? keyof All : never, keyof Union>]?: never }
	: never;

type ActionData<Server> = Server extends { actions: infer Actions }
	? AnyOf<Outcome<Returned<Actions[keyof Actions]>>>
	: never;

/** What every page gets from the root layout. */
export type RootData = Returned<typeof rootLoad>;

/** The props of a page, from its server file. */
export interface PageProps<Server = object> {
	data: RootData & Loaded<Server>;
	form: ActionData<Server> | null;
	params: Record<string, string>;
}
