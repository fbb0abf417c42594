import { SoftpostError } from '../../protocol/errors.ts';
import type { ReadChunk } from './body.ts';
import { FormRequest, tooLarge } from './form-request.ts';
import type { Part } from '../form-types.ts';
import type { Limits } from './limits.ts';
import { readParts, type BodyLimits } from './parts.ts';
import { handedOut } from '../handed-out.ts';
import { headerOf } from '../http.ts';
import { Refusal } from '../thrown.ts';

/** The limited body of a request. */
interface LimitedBody {
	/** The entries of its form, as they arrive. */
	parts(): AsyncGenerator<Part, void>;
	/** A 413 if the body is too large, or its `content-length` says so. */
	error(): Refusal | null;
	/** @throws {Refusal} that error */
	check(): void;
}

const nothing: ReadChunk = async () => null;

/**
 * Counts a request's body as it is read, whatever `content-length` says. Beyond a limit the body ends in an error.
 *
 * @param request its body gets the limits, if it has one
 */
export const limitBody = (request: Request, limits: Limits): LimitedBody => {
	const { bodyLimit } = limits;
	const exceeds = Number(headerOf(request, 'content-length')) > bodyLimit;
	let refusal = exceeds ? new Refusal(413, tooLarge(bodyLimit)) : null;
	const reading: BodyLimits = {
		limits,
		exceed(message, limit) {
			refusal ??= new Refusal(413, message);
			return new SoftpostError('body_limit', message, { limit });
		}
	};
	const form = request instanceof FormRequest ? request : null;
	form?.limit(reading);
	const take = (): ReadChunk => form?.take() ?? nothing;
	return {
		parts() {
			const parts = readParts({ headers: request.headers, take }, reading);
			const next = parts.next.bind(parts);
			return Object.assign(parts, { next: () => handedOut(next()) });
		},
		error: () => refusal,
		check() {
			if (refusal) throw refusal;
		}
	};
};
