import { make, type PartInfo } from 'multipasta';
import { joined, type ReadChunk } from './body.ts';
import { Refusal } from '../thrown.ts';

/** The headers of a part. */
interface PartHead {
	name: string;
	/** `''` for an empty file input, `undefined` if the part is not a file. */
	filename: string | undefined;
	type: string;
}

/** The start of a part, some of its bytes, or its end. */
export type Piece = PartHead | Uint8Array | null;

/** The response to a body that does not match its content type. */
const malformed = (): Refusal => new Refusal(400, 'The form could not be read. Send it again');

/** Undoes the escapes that browsers use in names (HTML, "multipart/form-data encoding algorithm"), and no others. */
const unescaped = (text: string): string =>
	text.replace(/%(0A|0D|22)/gi, (escape) => decodeURIComponent(escape));

const lastOf = (header: string | string[] = ''): string => [header].flat().at(-1) as string;

/**
 * Reads the parameters of `content-disposition` as browsers write them: as UTF-8, and with backslashes that escape
 * nothing. A general header parser reads both differently.
 */
const parametersOf = (disposition: string): Map<string, string> | null => {
	const found = new Map<string, string>();
	const parameter = /;\s*([\w*]+)=(?:"([^"]*)"|([^\s;"]+))\s*/y;
	parameter.lastIndex = /^\s*form-data\s*/i.exec(disposition)?.[0].length ?? disposition.length;
	for (let match; (match = parameter.exec(disposition));) {
		const [, name, quoted, token] = match as unknown as [string, string, string?, string?];
		found.set(name.toLowerCase(), unescaped((quoted ?? token) as string));
	}
	return found.has('name') ? found : null;
};

const headOf = ({ headers }: PartInfo): PartHead => {
	const parameters = parametersOf(lastOf(headers['content-disposition']));
	if (!parameters) throw malformed();
	const type = lastOf(headers['content-type']).trim() || 'text/plain';
	return { name: parameters.get('name') as string, filename: parameters.get('filename'), type };
};

/** How many dashes a chunk ends in: 0, 1 or 2. */
const trailingDashes = (chunk: Uint8Array): number => {
	const dash = '-'.charCodeAt(0);
	if (chunk.at(-1) !== dash) return 0;
	return chunk.at(-2) === dash ? 2 : 1;
};

/**
 * Moves dashes at the end of a chunk to the next one: if the last boundary is cut between its two final dashes,
 * multipasta 0.2.8 takes it for the start of a header.
 *
 * @yields the same bytes
 */
async function* withoutCutEnd(read: ReadChunk): AsyncGenerator<Uint8Array> {
	let held = new Uint8Array();
	for (let chunk; (chunk = await read());) {
		const bytes = held.length ? joined([held, chunk]) : chunk;
		const end = bytes.length - trailingDashes(bytes);
		held = bytes.slice(end);
		yield bytes.subarray(0, end);
	}
	yield held;
}

/** Both methods return the pieces found since the last call. */
interface Parser {
	write(chunk: Uint8Array): Piece[];
	end(): Piece[];
}

const createParser = (contentType: string): Parser => {
	const pieces: Piece[] = [];
	let isDone = false;
	const parser = make({
		headers: { 'content-type': contentType },
		// Every part is reported as it arrives; the reader decides which ones are files.
		isFile: () => true,
		onFile: (info) => {
			pieces.push(headOf(info));
			return (chunk) => {
				// There is another boundary after the last one, so the body is ambiguous.
				if (isDone) throw malformed();
				pieces.push(chunk);
			};
		},
		onField() {},
		onError() {
			// Text after the last boundary is ignored (RFC 2046, section 5.1.1).
			if (!isDone) throw malformed();
		},
		onDone() {
			if (isDone) throw malformed();
			isDone = true;
		}
	});
	const found = (step: () => void): Piece[] => {
		try {
			step();
		} catch {
			throw malformed();
		}
		return pieces.splice(0);
	};
	return {
		write: (chunk) => found(() => parser.write(chunk)),
		end() {
			const last = found(() => parser.end());
			if (!isDone) throw malformed();
			return last;
		}
	};
};

/**
 * Splits a multipart body as it arrives, with no more than one chunk of it in memory.
 *
 * @yields a part's head, then its bytes, then its end
 * @throws {Refusal} 400 for a malformed body, or one that ends too early
 */
export async function* readMultipart(
	read: ReadChunk,
	contentType: string
): AsyncGenerator<Piece, void> {
	const { write, end } = createParser(contentType);
	for await (const chunk of withoutCutEnd(read)) yield* write(chunk);
	yield* end();
}
