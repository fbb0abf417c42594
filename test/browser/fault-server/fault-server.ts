import { once } from 'node:events';
import { request, STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { PAGE_DATA_HEADER } from '../../../src/protocol/wire.ts';
import { serve, type Site } from '../serve.ts';
import { garbled, type Fault } from './faults.ts';

/** A request as it arrived, a copy that the browser sent by itself included. */
export interface Arrival {
	method: string;
	path: string;
	headers: IncomingMessage['headers'];
}

/** A server in front of another one, on whose connections things go wrong. */
export interface FaultServer extends Site {
	/** Every request so far, but for scripts. */
	arrivals: Arrival[];
	/**
	 * What goes wrong with the POSTs to come, one after the other, and then nothing. Those that still wait for an
	 * answer get none.
	 */
	plan(faults: readonly Fault[]): void;
	/** Plans that the answer to the next POST waits. @returns lets it go */
	hold(): () => void;
	/** Whether the app is asked for fresh pages along with answers; if not, it is like any other server. */
	askForPages(wanted: boolean): void;
}

interface Answer {
	status: number;
	headers: string[];
	body: Buffer;
}

/** Has the app handle a request, and takes its whole answer. */
const handle = async (upstream: URL, incoming: IncomingMessage): Promise<Answer> => {
	const outgoing = request({
		host: upstream.hostname,
		port: upstream.port,
		method: incoming.method,
		path: incoming.url,
		headers: { ...incoming.headers, connection: 'close' }
	});
	// A browser that goes away in the middle of its body must not leave the app waiting for the rest.
	incoming.once('close', () => incoming.complete || outgoing.destroy());
	incoming.pipe(outgoing);
	const [answer]: [IncomingMessage] = await (once(outgoing, 'response') as Promise<any>);
	const headers = answer.rawHeaders.flatMap((name, index, all) =>
		index % 2 || /^(connection|keep-alive|transfer-encoding|content-length)$/i.test(name)
			? []
			: [name, all[index + 1]]
	);
	return { status: answer.statusCode!, headers, body: await buffer(answer) };
};

const respond = (response: ServerResponse, { status, headers, body }: Answer): void =>
	void response.writeHead(status, [...headers, 'content-length', String(body.length)]).end(body);

/** Writes an answer by hand up to somewhere within, and ends the connection there. */
const cut = (socket: Socket, { status, body }: Answer, within: 'headers' | 'body'): void => {
	const start = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/json\r\n`;
	const half = body.subarray(0, Math.ceil(body.length / 2));
	const rest = Buffer.concat([Buffer.from(`content-length: ${body.length}\r\n\r\n`), half]);
	socket.end(
		within === 'headers' ? `${start}content-len` : Buffer.concat([Buffer.from(start), rest])
	);
};

const garble = (response: ServerResponse, name: keyof typeof garbled): void => {
	const { status, headers, body } = garbled[name];
	respond(response, { status, headers: Object.entries(headers).flat(), body: Buffer.from(body) });
};

/** Lets a fault happen. What the app answered is there where it has handled the request. */
const happen = async (fault: Fault, response: ServerResponse, answer?: Answer): Promise<void> => {
	const socket = response.socket!;
	switch (fault.kind) {
		case 'delay':
			await sleep(fault.ms);
			return respond(response, answer!);
		case 'hold':
			await fault.until;
			return respond(response, answer!);
		case 'silence':
			return;
		case 'close':
			return socket.destroySoon();
		case 'reset':
			return void socket.resetAndDestroy();
		case 'cut':
			return cut(socket, answer!, fault.within);
		case 'garble':
			return garble(response, fault.answer);
	}
};

const isHandled = (fault: Fault): boolean => !('handled' in fault) || fault.handled;

/** Puts a server of faults in front of a site. */
export const serveFaults = async (site: Site): Promise<FaultServer> => {
	const upstream = new URL(site.url);
	const arrivals: Arrival[] = [];
	const waiting = new Set<Socket>();
	let faults: Fault[] = [];
	let pages = true;

	const exchange = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
		const fault = incoming.method === 'POST' ? faults.shift() : undefined;
		if (fault?.kind === 'silence') waiting.add(incoming.socket);
		if (fault && !isHandled(fault)) {
			// All of it is taken in, but for what ends the connection before anything is read.
			if (fault.kind === 'garble') incoming.resume();
			return happen(fault, response);
		}
		if (!pages && incoming.method === 'POST') delete incoming.headers[PAGE_DATA_HEADER];
		const answer = await handle(upstream, incoming);
		return fault ? happen(fault, response, answer) : respond(response, answer);
	};

	const front = await serve((incoming, response) => {
		const { method = '', url: path = '', headers } = incoming;
		if (!path.endsWith('.js')) arrivals.push({ method, path, headers });
		exchange(incoming, response).catch(() => response.socket?.destroy());
	});
	return {
		...front,
		arrivals,
		askForPages(wanted) {
			pages = wanted;
		},
		hold() {
			let release!: () => void;
			faults = [{ kind: 'hold', until: new Promise((resolve) => (release = resolve)) }];
			return release;
		},
		plan(next) {
			faults = [...next];
			for (const socket of waiting) socket.destroy();
			waiting.clear();
		}
	};
};
