import type { Host } from '../navigation/host.ts';
import type { PageStore } from '../page/page-state.ts';
import { SoftpostError } from '../protocol/errors.ts';
import type { PageError } from '../protocol/page-data.ts';

/** Called with an error thrown in the browser; returns the error for the boundary. */
export type HandleClientError = (input: {
	error: unknown;
	event: { url: URL; params: Record<string, string>; route: { id: string | null } };
	status: number;
	message: string;
}) => PageError | void;

/** The part of an error that users may see, unless `handleError` decides otherwise. */
const defaultError = (error: unknown): PageError =>
	error instanceof SoftpostError
		? { message: error.message, code: error.code }
		: { message: 'Internal Error' };

export const createDescribeError =
	(page: PageStore, handleError: HandleClientError | undefined): Host<unknown>['describeError'] =>
	(error, status) => {
		// An error from the server has already passed its `handleError`.
		if (!(error instanceof Error)) return error as PageError;
		const { url, params, route } = page.current;
		const event = { url, params, route };
		const fallback = defaultError(error);
		return handleError?.({ error, event, status, message: fallback.message }) ?? fallback;
	};
