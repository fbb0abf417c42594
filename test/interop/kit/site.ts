import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { PageOptions, Site } from '../../browser/harness.ts';

/** The apps that `npm run interop` has built: their folders in `built`. */
export const apps = (process.env.SOFTPOST_KIT_APPS ?? '').split(',').filter(Boolean);

/** How their pages are opened: adapter-node takes a request for one by https unless it is told. */
export const pageOptions: PageOptions = {
	covered: false,
	extraHTTPHeaders: { 'x-forwarded-proto': 'http' }
};

const freePort = async (): Promise<number> => {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
};

/** The Node that an app runs on. */
export const nodeOf = (app: string): string =>
	app.startsWith('three')
		? resolve('test/interop/kit/three/node_modules/node/bin/node')
		: process.execPath;

/** Waits until a server answers. */
const answers = async (url: string): Promise<void> => {
	for (let tries = 0; tries < 300; tries++) {
		const isThere = await fetch(url).then(
			() => true,
			() => false
		);
		if (isThere) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error(`Nothing answers at ${url}`);
};

/** The program that Vite is, in the folder of an app. */
const VITE = 'node_modules/vite/bin/vite.js';

/** How an app is served: as adapter-node has built it, by `vite dev`, or by `vite preview`. */
type Way = 'build' | 'dev' | 'preview';

const commandOf = (way: Way, port: number): string[] =>
	way === 'build'
		? ['build']
		: [VITE, way, '--host', '127.0.0.1', '--port', `${port}`, '--strictPort'];

/** The folder of an app. */
export const folderOf = (app: string): string => resolve('test/interop/kit/built', app);

interface ServeOptions {
	way?: Way;
	env?: Record<string, string>;
}

/** Serves an app in a process of its own. */
export const serveApp = async (
	app: string,
	{ way = 'build', env: more = {} }: ServeOptions = {}
): Promise<Site> => {
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const env = {
		...process.env,
		PORT: `${port}`,
		HOST: '127.0.0.1',
		PROTOCOL_HEADER: 'x-forwarded-proto',
		NODE_ENV: way === 'dev' ? 'development' : 'production',
		...more
	};
	const server = spawn(nodeOf(app), commandOf(way, port), {
		cwd: folderOf(app),
		env,
		stdio: ['ignore', 'ignore', 'ignore']
	});
	await answers(url);
	return {
		url,
		async close() {
			const isOver = once(server, 'exit');
			server.kill('SIGKILL');
			await isOver;
		}
	};
};
