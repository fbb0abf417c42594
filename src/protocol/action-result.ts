/**
 * The result of an action. The fields follow SvelteKit's wire format. `location` is the target of a redirect; on all
 * other results it is the page of the action.
 */
export type ActionResult<
	Success extends Record<string, unknown> | undefined = Record<string, any>,
	Failure extends Record<string, unknown> | undefined = Record<string, any>
> =
	| { type: 'success'; status: number; data?: Success; location?: string }
	| { type: 'failure'; status: number; data?: Failure; location?: string }
	| { type: 'redirect'; status: number; location: string }
	| { type: 'error'; status?: number; error: any; location?: string };

/** Whether a parsed JSON value has the shape of an action result. */
export const isActionResult = (value: unknown): value is ActionResult => {
	const { type, location, error } = (value ?? {}) as Record<string, unknown>;
	return (
		type === 'success' ||
		type === 'failure' ||
		(type === 'redirect' && typeof location === 'string') ||
		(type === 'error' && error != null)
	);
};
