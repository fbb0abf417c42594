import { SoftpostError } from '../protocol/errors.ts';
import { MULTIPART_TYPE, PLAIN_TYPE, URLENCODED_TYPE } from '../protocol/wire.ts';
import { Refusal } from './results.ts';

/** What a form can be sent as: the three values of `enctype`. */
export const FORM_TYPES: readonly string[] = [URLENCODED_TYPE, MULTIPART_TYPE, PLAIN_TYPE];

/** The media type of a message, in lower case and without parameters; `null` where there is none. */
export const mediaType = ({ headers }: Pick<Request, 'headers'>): string | null =>
	headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() || null;

/**
 * Reads a form's `text/plain` body, one `name=value` a line.
 *
 * The format cannot be read without doubt (HTML, "text/plain encoding algorithm"): a line without
 * `=` is taken for the next line of the value above it.
 */
export const parsePlainForm = (body: string): FormData => {
	const entries: [name: string, value: string][] = [];
	for (const line of body.replace(/\r\n$/, '').split('\r\n')) {
		const [name, ...value] = line.split('=');
		const above = entries.at(-1);
		if (value.length) entries.push([name as string, value.join('=')]);
		else if (above) above[1] += `\r\n${line}`;
	}
	const data = new FormData();
	for (const [name, value] of entries) data.append(name, value);
	return data;
};

/** A request whose body ends in an error beyond a number of bytes. */
export interface LimitedBody {
	request: Request;
	/** A 413 once the body is, or says that it is, larger. */
	error(): Refusal | null;
	/** @throws {Refusal} that error */
	check(): void;
}

const counter = (
	limit: number,
	onExceeded: () => void
): TransformStream<Uint8Array, Uint8Array> => {
	let received = 0;
	return new TransformStream({
		transform(chunk, controller) {
			received += chunk.byteLength;
			if (received <= limit) return controller.enqueue(chunk);
			onExceeded();
			controller.error(new SoftpostError('body_limit', tooLarge(limit), { limit }));
		}
	});
};

const tooLarge = (limit: number): string => `The request body is larger than ${limit} bytes`;

/** The platform reads the other two encodings itself. */
const readingPlain = (request: Request): Request =>
	mediaType(request) === PLAIN_TYPE
		? Object.defineProperty(request, 'formData', {
				value: async () => parsePlainForm(await request.text())
			})
		: request;

/**
 * Counts a body as it is read, whatever `content-length` says, and cuts it off beyond the limit.
 *
 * @param limit in bytes
 */
export const limitBody = (request: Request, limit: number): LimitedBody => {
	let exceeded = Number(request.headers.get('content-length')) > limit;
	const body = request.body?.pipeThrough(counter(limit, () => (exceeded = true)));
	// Node requires `duplex` with a stream (Fetch standard, `RequestInit`); the DOM's types lack it.
	const init = { body, duplex: 'half' } as RequestInit;
	const error = (): Refusal | null => (exceeded ? new Refusal(413, tooLarge(limit)) : null);
	return {
		request: readingPlain(body ? new Request(request, init) : request),
		error,
		check() {
			const tooMuch = error();
			if (tooMuch) throw tooMuch;
		}
	};
};
