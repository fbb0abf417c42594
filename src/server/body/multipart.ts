import { make, type PartInfo } from 'multipasta';
import { joined, type ReadChunk } from './body.ts';
import { Refusal } from '../thrown.ts';

/** The header of a part. */
interface PartHead {
	name: string;
	/** `''` for a file input with no file in it, `undefined` where the part is not a file. */
	filename: string | undefined;
	type: string;
}

/** A part begins, its bytes, its end. */
export type Piece = PartHead | Uint8Array | null;

/** For a body that is not what its content type says. */
const malformed = (): Refusal => new Refusal(400, 'The form could not be read');

/** What browsers escape in names (HTML, "multipart/form-data encoding algorithm"), and no more. */
const unescaped = (text: string): string =>
	text.replace(/%(0A|0D|22)/gi, (escape) => decodeURIComponent(escape));

const lastOf = (header: string | string[] = ''): string => [header].flat().at(-1) as string;

/**
 * Reads the parameters of `content-disposition` as browsers write them: as UTF-8, with backslashes
 * that stand for themselves. A parser for other headers reads neither.
 */
const parametersOf = (disposition: string): Map<string, string> | null => {
	const found = new Map<string, string>();
	const parameter = /;\s*([\w*]+)=(?:"([^"]*)"|([^\s;"]*))\s*/y;
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

/** How many dashes a chunk ends in, of two at most. */
const trailingDashes = (chunk: Uint8Array): number => {
	const dash = '-'.charCodeAt(0);
	if (chunk.at(-1) !== dash) return 0;
	return chunk.at(-2) === dash ? 2 : 1;
};

/**
 * Hands the chunks on without the dashes they end in, which come with the next one: multipasta 0.2.8 takes
 * a last boundary that is cut between its two last dashes for the start of a header.
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

/** Both give what was found since the last call. */
interface Parser {
	write(chunk: Uint8Array): Piece[];
	end(): Piece[];
}

const createParser = (contentType: string): Parser => {
	const pieces: Piece[] = [];
	let isDone = false;
	const parser = make({
		headers: { 'content-type': contentType },
		// All parts are told as they arrive; which of them are files is for the reader to say.
		isFile: () => true,
		onFile: (info) => {
			pieces.push(headOf(info));
			return (chunk) => {
				// A boundary after the last one: which of the two is the last cannot be known.
				if (isDone) throw malformed();
				pieces.push(chunk);
			};
		},
		onField() {},
		onError() {
			// Text after the last boundary is no one's (RFC 2046, section 5.1.1).
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
 * Takes a multipart body apart as it arrives, in memory no more than what one chunk of it holds.
 *
 * @yields a part's head, then its bytes, then its end
 * @throws {Refusal} 400 for a body that is none, or that ends too early
 */
export async function* readMultipart(
	read: ReadChunk,
	contentType: string
): AsyncGenerator<Piece, void> {
	const { write, end } = createParser(contentType);
	for await (const chunk of withoutCutEnd(read)) yield* write(chunk);
	yield* end();
}
