import { SoftpostError } from '../protocol/errors.ts';
import { FormRequest } from './form-request.ts';
import type { Limits } from './limits.ts';
import { isRead } from './negotiate.ts';
import { readParts, type Exceed } from './parts.ts';
import { Refusal } from './results.ts';
import type { Part } from './form-types.ts';

/** A request whose body ends in an error beyond its limits. */
export interface LimitedBody {
	request: Request;
	/** The entries of the form in it, as they arrive. */
	parts(): AsyncGenerator<Part, void>;
	/** A 413 once the body is, or says that it is, larger. */
	error(): Refusal | null;
	/** @throws {Refusal} that error */
	check(): void;
}

const counter = (limit: number, exceed: Exceed): TransformStream<Uint8Array, Uint8Array> => {
	let received = 0;
	return new TransformStream({
		transform(chunk, controller) {
			received += chunk.byteLength;
			if (received <= limit) controller.enqueue(chunk);
			else controller.error(exceed(tooLarge(limit), limit));
		}
	});
};

const tooLarge = (limit: number): string => `The request body is larger than ${limit} bytes`;

const rewritten = (request: Request, limits: Limits, exceed: Exceed): Request => {
	if (isRead(request)) return request;
	const body = request.body?.pipeThrough(counter(limits.bodyLimit, exceed)) ?? null;
	return new FormRequest(request, body, { limits, exceed });
};

/**
 * Counts a body as it is read, whatever `content-length` says, and cuts it off beyond the limits.
 * The request of the result is the one to read from.
 */
export const limitBody = (request: Request, limits: Limits): LimitedBody => {
	const { bodyLimit } = limits;
	const exceeds = Number(request.headers.get('content-length')) > bodyLimit;
	let refusal = exceeds ? new Refusal(413, tooLarge(bodyLimit)) : null;
	const exceed: Exceed = (message, limit) => {
		refusal ??= new Refusal(413, message);
		return new SoftpostError('body_limit', message, { limit });
	};
	const limited = rewritten(request, limits, exceed);
	return {
		request: limited,
		parts: () => readParts(limited, limits, exceed, limits.fieldSize),
		error: () => refusal,
		check() {
			if (refusal) throw refusal;
		}
	};
};
