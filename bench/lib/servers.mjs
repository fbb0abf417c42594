import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** How long a server may take to be there, in milliseconds. */
const START = 15_000;

const freePort = async () => {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	server.close();
	await once(server, 'close');
	return port;
};

/** Whether something listens there. @param {number} port */
const accepts = async (port) => {
	const socket = connect(port, '127.0.0.1');
	const isOpen = await once(socket, 'connect').then(
		() => true,
		() => false
	);
	socket.destroy();
	return isOpen;
};

/**
 * What a server's process has used: CPU time of its own code in microseconds; memory now, and at most since the last report, in bytes.
 *
 * @typedef {{ user: number, rss: number, peak: number }} Usage
 * @typedef {{ origin: string, usage: () => Promise<Usage>, stop: () => void }} Server
 */

/**
 * Starts a server in a process of its own on a free port, and waits until it answers.
 *
 * @param {string[]} args script and arguments
 * @param {{ node?: string }} [options] `node`: the executable
 * @returns {Promise<Server>}
 */
export const startServer = async (args, { node = process.execPath } = {}) => {
	const port = await freePort();
	const origin = `http://127.0.0.1:${port}`;
	const env = { NODE_ENV: 'production', PORT: String(port), HOST: '127.0.0.1', ORIGIN: origin };
	const server = spawn(node, ['--import', './bench/lib/report-usage.mjs', ...args], {
		stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
		env: { ...process.env, BODY_SIZE_LIMIT: 'Infinity', ...env }
	});
	const stop = () => void server.kill();
	const usage = async () => {
		server.send('usage');
		const [found] = await once(server, 'message');
		return found;
	};
	const start = Date.now();
	while (!(await accepts(port))) {
		if (server.exitCode === null && Date.now() - start < START) await delay(50);
		else throw (stop(), new Error(`${args.join(' ')} does not start`));
	}
	return { origin, usage, stop };
};
