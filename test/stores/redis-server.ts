import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const hasServer = (): boolean => {
	try {
		execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
};

/**
 * Whether there is a `redis-server`. Where there is none, that is said loudly, and in CI it is an error: what it would
 * have shown must not be missing without a word.
 */
export const isRedisThere = (): boolean => {
	if (hasServer()) return true;
	const message = 'There is no redis-server. Install it: apt-get install redis-server';
	if (process.env.CI) throw new Error(message);
	console.error(`\n*** ${message}. Its tests are left out ***\n`);
	return false;
};

const freePort = async (): Promise<number> => {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
};

/** A `redis-server` on a loopback port that can be killed, stopped and started again. */
export interface RedisServer {
	port: number;
	url: string;
	start(): Promise<void>;
	/** Takes it away as a crash does. */
	kill(): Promise<void>;
	/** Lets it hang, with its connections open, until it is told to go on. */
	pause(): void;
	resume(): void;
	/** Ends it, and removes what it has written. */
	close(): Promise<void>;
}

/**
 * Starts one.
 *
 * @param keeps whether it still has its data after a crash
 */
export const startRedis = async (keeps: boolean): Promise<RedisServer> => {
	const port = await freePort();
	const dir = mkdtempSync(join(tmpdir(), 'softpost-redis-'));
	const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', ''];
	let child: ChildProcess | undefined;
	const server: RedisServer = {
		port,
		url: `redis://127.0.0.1:${port}`,
		async start() {
			child = spawn('redis-server', [...args, '--appendonly', keeps ? 'yes' : 'no']);
			// It says so on its standard output, in the words of every version.
			for await (const chunk of child.stdout!) if (String(chunk).includes('Ready to accept')) break;
			child.stdout!.resume();
		},
		async kill() {
			if (!child || child.exitCode !== null || child.signalCode !== null) return;
			const exit = once(child, 'exit');
			child.kill('SIGKILL');
			await exit;
		},
		pause: () => void child?.kill('SIGSTOP'),
		resume: () => void child?.kill('SIGCONT'),
		async close() {
			await server.kill();
			rmSync(dir, { recursive: true, force: true });
		}
	};
	await server.start();
	return server;
};
