import { SoftpostError } from '../../protocol/errors.ts';
import type { ReadChunk } from './body.ts';
import { FormRequest, tooLarge } from './form-request.ts';
import type { Part } from '../form-types.ts';
import type { Limits } from './limits.ts';
import { readParts, type BodyLimits } from './parts.ts';
import { handedOut } from '../handed-out.ts';
import { Refusal } from '../thrown.ts';

/** A request's body within its limits. */
interface LimitedBody {
	/** The entries of the form in it, as they arrive. */
	parts(): AsyncGenerator<Part, void>;
	/** A 413 once the body is, or says that it is, larger. */
	error(): Refusal | null;
	/** @throws {Refusal} that error */
	check(): void;
}

const nothing: ReadChunk = async () => null;

/**
 * Counts a request's body as it is read, whatever `content-length` says, and ends it in an error beyond the limits.
 *
 * @param request whose body is limited by this, where it has one
 */
export const limitBody = (request: Request, limits: Limits): LimitedBody => {
	const { bodyLimit } = limits;
	const exceeds = Number(request.headers.get('content-length')) > bodyLimit;
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
	const body = { headers: request.headers, take };
	return {
		parts() {
			const parts = readParts(body, reading);
			const next = parts.next.bind(parts);
			return Object.assign(parts, { next: () => handedOut(next()) });
		},
		error: () => refusal,
		check() {
			if (refusal) throw refusal;
		}
	};
};
