import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** @typedef {{ name: string, url: string, stop: () => void }} Running */

/** How long a server may take to be there, in milliseconds. */
const START = 15_000;

/** A submission as softpost's client sends it; every server gets the same. */
export const submission = {
	method: 'POST',
	body: 'email=a%40b.example&name=Ann',
	headers: {
		accept: 'application/json',
		'content-type': 'application/x-www-form-urlencoded',
		'x-sveltekit-action': 'true'
	}
};

const freePort = async () => {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	server.close();
	await once(server, 'close');
	return port;
};

/** @param {string} url @param {string} origin */
const isReady = async (url, origin) => {
	const headers = { ...submission.headers, origin };
	const response = await fetch(url, { ...submission, headers }).catch(() => null);
	if (!response) return false;
	const text = await response.text();
	if (!/"type":"success".*a@b\.example/.test(text)) throw new Error(`${url} answers ${text}`);
	return true;
};

/**
 * Starts a server of bench/servers in a process of its own, and waits until it answers the submission.
 *
 * @param {string} name
 * @returns {Promise<Running>}
 */
export const startServer = async (name) => {
	const port = await freePort();
	const origin = `http://127.0.0.1:${port}`;
	const own = { NODE_ENV: 'production', PORT: String(port), HOST: '127.0.0.1', ORIGIN: origin };
	const server = spawn(process.execPath, [`bench/servers/${name}.mjs`], {
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, ...own }
	});
	const stop = () => void server.kill();
	const url = `${origin}/bench?/register`;
	try {
		for (const start = Date.now(); !(await isReady(url, origin));) {
			if (Date.now() - start > START) throw new Error(`${name} does not start`);
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	} catch (error) {
		stop();
		throw error;
	}
	return { name, url, stop };
};

/** @param {number[]} values */
export const median = (values) => {
	const sorted = values.toSorted((a, b) => a - b);
	return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
};
