/** Requests as bytes on a socket, for what no client of HTTP would send. Imports nothing but Node. */
import { connect, type Socket } from 'node:net';

export interface RawRequest {
	method?: string;
	path: string;
	/** Sent as they are, each `latin1`; `host` and `connection: close` are added where they lack. */
	headers?: Record<string, string>;
	/** One chunk each, with `transfer-encoding: chunked`; a text is sent with its length. */
	body?: string | Iterable<Uint8Array>;
}

export interface RawResponse {
	/** 0 where the connection ended without a status line. */
	status: number;
	/** Names in lower case. */
	headers: Record<string, string[]>;
	body: string;
	/** From the first byte sent to the last received, in milliseconds. */
	took: number;
}

const LINE = '\r\n';
const TIMEOUT = 20_000;

/** The head of a request, up to and with the empty line. */
const headOf = (host: string, { method = 'GET', path, headers = {}, body }: RawRequest): string => {
	const all: Record<string, string> = { host, connection: 'close', ...headers };
	if (typeof body === 'string') all['content-length'] ??= String(Buffer.byteLength(body, 'latin1'));
	else if (body) all['transfer-encoding'] ??= 'chunked';
	const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
	return [`${method} ${path} HTTP/1.1`, ...lines, LINE].join(LINE);
};

/**
 * The chunks as HTTP/1.1 frames them, together in writes of about 16 KiB.
 *
 * @yields what to write
 */
function* framed(chunks: Iterable<Uint8Array>): Generator<Buffer> {
	let held: Buffer[] = [];
	let length = 0;
	for (const chunk of chunks) {
		const frame = [Buffer.from(chunk.byteLength.toString(16) + LINE), chunk, Buffer.from(LINE)];
		held.push(Buffer.concat(frame));
		length += chunk.byteLength + 6;
		if (length < 16 * 1024) continue;
		yield Buffer.concat(held);
		[held, length] = [[], 0];
	}
	yield Buffer.concat([...held, Buffer.from('0' + LINE + LINE)]);
}

/** Opens a connection to an origin such as `http://127.0.0.1:3000`. */
export const open = async (origin: string): Promise<Socket> => {
	const { hostname, port } = new URL(origin);
	const socket = connect(Number(port || 80), hostname);
	await new Promise<void>((resolve, reject) => {
		socket.once('connect', resolve).once('error', reject);
	});
	// What is wrong with it is seen by what comes, or does not.
	socket.on('error', () => {});
	return socket;
};

const unchunked = (body: string): string => {
	let [text, rest] = ['', body];
	for (let size; (size = parseInt(rest, 16)) > 0;) {
		const start = rest.indexOf(LINE) + LINE.length;
		text += rest.slice(start, start + size);
		rest = rest.slice(start + size + LINE.length);
	}
	return text;
};

/** Reads what came over a connection as one response. */
export const parseResponse = (bytes: Buffer): Omit<RawResponse, 'took'> => {
	const received = bytes.toString('latin1');
	const end = received.indexOf(LINE + LINE);
	const [first = '', ...lines] = received.slice(0, Math.max(end, 0)).split(LINE);
	const headers: Record<string, string[]> = {};
	for (const line of lines) {
		const [name = '', ...value] = line.split(':');
		(headers[name.toLowerCase()] ??= []).push(value.join(':').trim());
	}
	const rest = received.slice(end + 4);
	const isChunked = headers['transfer-encoding']?.includes('chunked');
	const body = Buffer.from(isChunked ? unchunked(rest) : rest, 'latin1').toString();
	return { status: Number(first.split(' ')[1] ?? 0), headers, body };
};

const write = (socket: Socket, bytes: Buffer): Promise<void> =>
	new Promise((resolve) => {
		// A socket that is gone calls back, too.
		socket.write(bytes, () => resolve());
	});

/** Sends a request on a separate connection, and reads until the server closes it. */
export const raw = async (origin: string, request: RawRequest): Promise<RawResponse> => {
	const socket = await open(origin);
	const received: Buffer[] = [];
	socket.on('data', (chunk: Buffer) => received.push(chunk));
	socket.setTimeout(TIMEOUT, () => socket.destroy());
	const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
	const begin = performance.now();
	await write(socket, Buffer.from(headOf(new URL(origin).host, request), 'latin1'));
	const { body } = request;
	if (typeof body === 'string') await write(socket, Buffer.from(body, 'latin1'));
	else if (body) for (const bytes of framed(body)) if (socket.writable) await write(socket, bytes);
	await closed;
	return { ...parseResponse(Buffer.concat(received)), took: performance.now() - begin };
};

/** The headers that a browser sends with a form of the site itself. */
export const OWN_FORM = {
	'sec-fetch-site': 'same-origin',
	'content-type': 'application/x-www-form-urlencoded'
};

/**
 * Cuts a text into its bytes.
 *
 * @yields chunks of one byte
 */
export function* oneByOne(text: string): Generator<Uint8Array> {
	for (const byte of Buffer.from(text)) yield Uint8Array.of(byte);
}
