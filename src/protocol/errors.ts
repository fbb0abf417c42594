/**
 * Every code a `SoftpostError` can carry, so that callers branch on a closed list and never on text.
 * `docs/errors.md` explains each.
 */
export type SoftpostErrorCode =
	| 'form_method'
	| 'not_an_action_result'
	| 'external_url'
	| 'redirect_loop'
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

/**
 * The one error class of both halves.
 *
 * @property code    what went wrong, one of {@link SoftpostErrorCode}
 * @property data    the facts behind the sentence, for logs and for callers
 */
export class SoftpostError extends Error {
	readonly code: SoftpostErrorCode;
	readonly data: Record<string, unknown>;
	/** The response behind `not_an_action_result`, where one arrived; its body may have been read. */
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
