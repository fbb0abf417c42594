import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { fileURLToPath } from 'node:url';

/** A server process, and the means to kill it. */
interface Member {
	child: ChildProcess;
	port: number;
	/** The connections to it. */
	sockets: Set<Socket>;
}

/** A process that was killed. */
export interface Death {
	pid: number;
	at: number;
}

const start = async (env: NodeJS.ProcessEnv): Promise<Member> => {
	const file = fileURLToPath(new URL('server.js', import.meta.url));
	// What they log of each outage would hide what matters; a process that ends by itself is told by `crashes`.
	const child = fork(file, { env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
	const [port] = (await once(child, 'message')) as [number];
	return { child, port, sockets: new Set() };
};

/** Servers behind one address, each request to the next of them. */
export class Farm {
	readonly deaths: Death[] = [];
	/** The processes that ended by themselves. */
	readonly crashes: number[] = [];
	readonly #env: NodeJS.ProcessEnv;
	readonly #members: (Member | null)[] = [];
	readonly #front = createServer((req, res) => void this.#pass(req, res));
	#turn = 0;

	/** @param env of the processes, beside this one's */
	constructor(env: NodeJS.ProcessEnv) {
		this.#env = { ...process.env, NODE_ENV: 'production', ...env };
	}

	async open(size: number): Promise<string> {
		for (let place = 0; place < size; place++) await this.restart(place);
		this.#front.listen(0, '127.0.0.1');
		await once(this.#front, 'listening');
		return `http://127.0.0.1:${(this.#front.address() as AddressInfo).port}`;
	}

	/** Kills one, and has another in its place when it is started again. */
	async kill(place: number): Promise<void> {
		const member = this.#members[place];
		if (!member) return;
		this.#members[place] = null;
		const exit = once(member.child, 'exit');
		member.child.kill('SIGKILL');
		await exit;
		this.deaths.push({ pid: member.child.pid!, at: Date.now() });
	}

	async restart(place: number): Promise<void> {
		const member = (this.#members[place] ??= await start(this.#env));
		const { child } = member;
		child.once('exit', () => {
			if (this.#members[place] === member) this.crashes.push(child.pid!);
		});
	}

	/** Breaks the connections to one, with whatever is in flight on them. */
	cut(place: number): void {
		for (const socket of this.#members[place]?.sockets ?? []) socket.destroy();
	}

	async close(): Promise<void> {
		this.#front.closeAllConnections();
		this.#front.close();
		const members = this.#members.splice(0);
		for (const member of members) member?.child.kill('SIGKILL');
	}

	#next(): Member | undefined {
		for (const _member of this.#members) {
			const member = this.#members[this.#turn++ % this.#members.length];
			if (member) return member;
		}
		return undefined;
	}

	async #pass(req: IncomingMessage, res: ServerResponse): Promise<void> {
		const member = this.#next();
		// As with a proxy without a server behind it, the connection ends.
		if (!member) return void res.destroy();
		const { method, url, headers } = req;
		const asked = request({
			port: member.port,
			host: '127.0.0.1',
			agent: false,
			method,
			path: url,
			headers
		});
		asked.on('socket', (socket) => {
			member.sockets.add(socket);
			socket.on('close', () => member.sockets.delete(socket));
		});
		asked.on('error', () => res.destroy());
		asked.on('response', (answer) => {
			res.writeHead(answer.statusCode!, answer.headers);
			answer.on('error', () => res.destroy());
			answer.pipe(res);
		});
		req.pipe(asked);
	}
}
