/** The result of an action with invalid input, made by `fail`. */
export class ActionFailure<Data = undefined> {
	readonly status: number;
	readonly data: Data;

	constructor(status: number, data: Data) {
		this.status = status;
		this.data = data;
	}
}

/** The type of a page's actions: `typeof actions`. */
export type AnyActions = Record<string, (event: any) => unknown>;

type Returned<Fn> = Fn extends (...args: any[]) => infer Output ? Awaited<Output> : never;
type Outputs<PageActions extends AnyActions> = Returned<PageActions[keyof PageActions]>;

type Flat<Type> = { [Key in keyof Type]: Type[Key] };
type KeysOf<Union> = Union extends unknown ? keyof Union : never;

/** Adds the keys of the other members to each member of a union, as absent ones, so that `form?.missing` type-checks. */
type WithAbsent<Union, Keys extends PropertyKey = KeysOf<Union>> = Union extends unknown
	? Flat<Union & { [Key in Exclude<Keys, keyof Union>]?: never }>
	: never;

type FailedOf<Output> = Output extends ActionFailure<infer Data> ? Exclude<Data, undefined> : never;
type SucceededOf<Output> =
	Output extends ActionFailure<any> ? never : Extract<Output, Record<string, any>>;

/** The data that the actions return on success. */
export type SuccessData<PageActions extends AnyActions> = WithAbsent<
	SucceededOf<Outputs<PageActions>>
>;

/** The data that the actions pass to `fail`. */
export type FailureData<PageActions extends AnyActions> = WithAbsent<
	FailedOf<Outputs<PageActions>>
>;

/** The `form` that a page can get from its actions: `ActionData<typeof actions>`. */
export type ActionData<PageActions extends AnyActions> = WithAbsent<
	SucceededOf<Outputs<PageActions>> | FailedOf<Outputs<PageActions>>
> | null;
