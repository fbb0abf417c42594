/**
 * The parts of SvelteKit's public modules that softpost/kit uses. Each app brings its own version: these are the members
 * of versions 2.16 to 3. Members that only some versions have are optional.
 */

declare module '$app/forms' {
	export function applyAction(result: object): Promise<void>;
	export function deserialize(text: string): { data?: any };
}

declare module '$app/navigation' {
	export function goto(
		url: string | URL,
		options?: {
			replaceState?: boolean;
			noScroll?: boolean;
			keepFocus?: boolean;
			invalidateAll?: boolean;
			/** These three exist in version 3. */
			replace?: boolean;
			reset?: boolean;
			refreshAll?: boolean;
		}
	): Promise<void>;
	export function invalidateAll(): Promise<void>;
	/** Since 2.27. In version 3 `invalidateAll` resets `page.state`, but this does not. */
	export const refreshAll: (() => Promise<void>) | undefined;
	/** Version 3. */
	export const snapshot: object | undefined;
}

declare module '$app/state' {
	export const page: {
		params: Record<string, string>;
		route: { id: string | null };
		state: Record<string, any>;
		url: URL;
		data: Record<string, any>;
		form: unknown;
		status: number;
		error: { message: string } | null;
	};
	export const navigating: { to: { url: URL } | null; type: string | null };
	export const updated: { current: boolean; check(): Promise<boolean> };
}

declare module '@sveltejs/kit' {
	export interface RequestEvent {
		request: Request;
		route: { id: string | null };
	}

	export type Handle = (input: {
		event: RequestEvent;
		resolve: (event: RequestEvent, options?: object) => Response | Promise<Response>;
	}) => Response | Promise<Response>;

	export interface ActionFailure<Data = undefined> {
		status: number;
		data: Data;
	}

	export function fail<Data>(status: number, data: Data): ActionFailure<Data>;
}
