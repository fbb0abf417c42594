import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { toNodeHandler } from '../../../src/server.ts';
import { expectDefined, fuzzApp } from './fuzz-app.ts';
import { chunksOf, lengthOf, wildRequest, type Wild } from './fuzz-requests.ts';

const RUNS = 1000;
const AT_ONCE = 10;
const SEED = Number(process.env.FUZZ_SEED ?? 6);
const HANG = 10_000;
const PATIENCE = 200;

const unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);

let server: Server;
let port: number;

beforeAll(async () => {
	vi.spyOn(console, 'warn').mockImplementation(() => {});
	vi.spyOn(console, 'error').mockImplementation(() => {});
	process.on('unhandledRejection', note).on('uncaughtException', note);
	server = createServer(toNodeHandler(fuzzApp()));
	await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
	({ port } = server.address() as AddressInfo);
});

afterAll(() => {
	server.closeAllConnections();
	server.close();
	process.off('unhandledRejection', note).off('uncaughtException', note);
	vi.restoreAllMocks();
});

/** How the connection is misused, in addition to the request. */
type Abuse = 'none' | 'half-close' | 'cut-off' | 'no-host' | 'two-hosts' | 'chunked-lie' | 'twice';
const ABUSES: Abuse[] = [
	...(['none', 'none', 'half-close', 'cut-off', 'no-host', 'two-hosts'] as const),
	...(['chunked-lie', 'twice'] as const)
];

/** The bytes of a request, in pieces as they are to be written. Nothing is made sound. */
const written = (wild: Wild, abuse: Abuse): Buffer[] => {
	const { method, target, headers } = wild;
	const length = lengthOf(wild);
	const isChunked = length === null || abuse === 'chunked-lie';
	const lines = [
		`${method} ${target} HTTP/1.1`,
		...(abuse === 'no-host' ? [] : ['host: localhost']),
		...(abuse === 'two-hosts' ? ['host: evil.example'] : []),
		...headers.map((pair) => pair.join(': ')),
		...(length === null ? [] : [`content-length: ${length}`]),
		...(isChunked ? ['transfer-encoding: chunked'] : []),
		...(abuse === 'twice' ? [] : ['connection: close'])
	];
	const size = ({ length }: Uint8Array): string =>
		(abuse === 'chunked-lie' ? length + 3 : length).toString(16);
	const chunks = chunksOf(wild).flatMap((chunk) =>
		isChunked ? [Buffer.from(`${size(chunk)}\r\n`), chunk, Buffer.from('\r\n')] : [chunk]
	);
	const end = isChunked && abuse !== 'cut-off' ? [Buffer.from('0\r\n\r\n')] : [];
	return [Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), ...chunks, ...end].map((piece) =>
		Buffer.from(piece)
	);
};

/** All that the server answers until it closes, or until we do after the last of what there is to say. */
const exchange = async (pieces: Buffer[], abuse: Abuse): Promise<string> =>
	new Promise((resolve, reject) => {
		const received: Buffer[] = [];
		const socket = connect(port, '127.0.0.1');
		const over = (): void => {
			clearTimeout(timer);
			resolve(Buffer.concat(received).toString('latin1'));
		};
		const timer = setTimeout(() => {
			socket.destroy();
			reject(new Error('No end'));
		}, HANG);
		socket.on('data', (data) => received.push(data));
		// A server that has sent a refusal may reset the rest of the request.
		socket.on('error', () => {}).on('close', over);
		for (const piece of pieces) socket.write(piece);
		if (abuse === 'cut-off') setTimeout(() => socket.destroy(), 5);
		// Says that nothing more will come, where the length said so. Node takes it for a client that is gone, so
		// it comes late where an answer is due.
		else setTimeout(() => socket.end(), abuse === 'half-close' ? 0 : PATIENCE);
	});

const statusesOf = (answer: string): number[] =>
	[...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));

/** What Node itself answers to what is no HTTP: 400, 408, 417, 431. */
const isNodes = (answer: string): boolean => /^HTTP\/1\.1 (400|408|417|431) /.test(answer);

describe(`random bytes on sockets (${RUNS} requests, FUZZ_SEED=${SEED})`, () => {
	it('end in a defined status or a closed connection, and the next is answered', async () => {
		const seen: Record<string, number> = {};
		const attempt = async ([wild, abuse]: [Wild, Abuse]): Promise<void> => {
			const pieces = written(wild, abuse);
			const answer = await exchange(abuse === 'twice' ? [...pieces, ...pieces] : pieces, abuse);
			const statuses = statusesOf(answer);
			for (const status of statuses) seen[status] = (seen[status] ?? 0) + 1;
			const mayFail = wild.target.includes('/fault') || wild.length === 'more';
			if (!isNodes(answer)) for (const status of statuses) expectDefined(status, answer, mayFail);
			// A complete request gets a response.
			const isWhole = abuse === 'none' && wild.length === 'true';
			expect(isWhole ? statuses.length : 1).toBe(1);
		};
		const attempts = fc.array(fc.tuple(wildRequest, fc.constantFrom(...ABUSES)), {
			minLength: AT_ONCE,
			maxLength: AT_ONCE
		});
		await fc.assert(
			fc.asyncProperty(attempts, async (all) => void (await Promise.all(all.map(attempt)))),
			{ numRuns: RUNS / AT_ONCE, seed: SEED }
		);
		expect(
			statusesOf(
				await exchange(
					[Buffer.from('GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n')],
					'none'
				)
			)
		).toEqual([200]);
		expect(unhandled).toEqual([]);
		for (const status of [200, 400, 403, 404, 405, 413])
			expect(seen).toHaveProperty(String(status));
	}, 60_000);
});
