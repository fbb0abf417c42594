/**
 * The codes of `SoftpostError`. The list is closed, so that callers never need to compare texts. `docs/errors.md`
 * explains each one.
 */
export type SoftpostErrorCode =
	| 'form_method'
	| 'not_an_action_result'
	| 'external_url'
	| 'redirect_loop'
	| 'request_loop'
	| 'aborted'
	| 'network'
	| 'redirected_away'
	| 'response_limit'
	| 'timeout'
	| 'callback'
	| 'unknown_file'
	| 'browser_only'
	| 'unsupported'
	| 'history_state'
	| 'node_only'
	| 'hydration_data'
	| 'action_shape'
	| 'unserializable'
	| 'validate_input'
	| 'body_limit'
	| 'body_read'
	| 'redirect_target'
	| 'http_status'
	| 'cookie'
	| 'no_renderer'
	| 'no_component'
	| 'route_pattern'
	| 'template'
	| 'response_shape'
	| 'headers'
	| 'client_address'
	| 'origin'
	| 'limit'
	| 'store'
	| 'part_passed'
	| 'no_request'
	| 'server_entry'
	| 'manifest';

/** The advice for users if the server may run an action twice. */
export const MAY_BE_DONE = 'This may have been done. Check before you send it again';

/**
 * The error class of both halves.
 *
 * @property code    the kind of error, one of {@link SoftpostErrorCode}
 * @property data    the facts behind the message, for logs and for callers
 */
export class SoftpostError extends Error {
	readonly code: SoftpostErrorCode;
	readonly data: Record<string, unknown>;
	/** The response of a `not_an_action_result` error, if there was one. Its body may have been read. */
	declare response?: Response;

	constructor(
		code: SoftpostErrorCode,
		message: string,
		data: Record<string, unknown> = {},
		options?: ErrorOptions
	) {
		super(message, options);
		this.name = 'SoftpostError';
		this.code = code;
		this.data = data;
	}
}
