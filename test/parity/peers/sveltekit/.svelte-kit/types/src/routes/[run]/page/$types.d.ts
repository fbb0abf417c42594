import type * as Kit from '@sveltejs/kit';

type Expand<T> = T extends infer O ? { [K in keyof O]: O[K] } : never;
type MatcherParam<M> = M extends ((param: string) => param is infer U extends string) ? U : string;
type RouteParams = { run: string };
type RouteId = '/[run]/page';
type MaybeWithVoid<T> = {} extends T ? T | void : T;
export type RequiredKeys<T> = {
	[K in keyof T]-?: {} extends { [P in K]: T[K] } ? never : K;
}[keyof T];
type OutputDataShape<T> = MaybeWithVoid<
	Omit<App.PageData, RequiredKeys<T>> &
		Partial<Pick<App.PageData, keyof T & keyof App.PageData>> &
		Record<string, any>
>;
type EnsureDefined<T> = T extends null | undefined ? {} : T;
type OptionalUnion<
	U extends Record<string, any>,
	A extends keyof U = U extends U ? keyof U : never
> = U extends unknown ? { [P in Exclude<A, keyof U>]?: never } & U : never;
export type Snapshot<T = any> = Kit.Snapshot<T>;
type PageServerParentData = EnsureDefined<import('../../$types.js').LayoutServerData>;
type PageParentData = EnsureDefined<import('../../$types.js').LayoutData>;

export type EntryGenerator = () => Promise<Array<RouteParams>> | Array<RouteParams>;
export type PageServerLoad<
	OutputData extends OutputDataShape<PageServerParentData> = OutputDataShape<PageServerParentData>
> = Kit.ServerLoad<RouteParams, PageServerParentData, OutputData, RouteId>;
export type PageServerLoadEvent = Parameters<PageServerLoad>[0];
type ExcludeActionFailure<T> =
	T extends Kit.ActionFailure<any> ? never : T extends void ? never : T;
type ActionsSuccess<T extends Record<string, (...args: any) => any>> = {
	[Key in keyof T]: ExcludeActionFailure<Awaited<ReturnType<T[Key]>>>;
}[keyof T];
type ExtractActionFailure<T> =
	T extends Kit.ActionFailure<infer X> ? (X extends void ? never : X) : never;
type ActionsFailure<T extends Record<string, (...args: any) => any>> = {
	[Key in keyof T]: Exclude<ExtractActionFailure<Awaited<ReturnType<T[Key]>>>, void>;
}[keyof T];
type ActionsExport =
	typeof import('../../../../../../src/routes/[run]/page/+page.server.js').actions;
export type SubmitFunction = Kit.SubmitFunction<
	Expand<ActionsSuccess<ActionsExport>>,
	Expand<ActionsFailure<ActionsExport>>
>;
export type ActionData = Expand<Kit.AwaitedActions<ActionsExport>> | null;
export type PageServerData = null;
export type PageData = Expand<PageParentData>;
export type Action<OutputData extends Record<string, any> | void = Record<string, any> | void> =
	Kit.Action<RouteParams, OutputData, RouteId>;
export type Actions<OutputData extends Record<string, any> | void = Record<string, any> | void> =
	Kit.Actions<RouteParams, OutputData, RouteId>;
export type PageProps = { params: RouteParams; data: PageData; form: ActionData };
export type RequestEvent = Kit.RequestEvent<RouteParams, RouteId>;
