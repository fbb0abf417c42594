import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';

/** A program that runs in the background, with all that it starts itself. */
export interface Program {
	/** What it writes to its file descriptor 3. */
	messages: Readable;
	/** Ends it and all that it has started. */
	stop(): void;
}

/** Starts a program in a process group of its own, which ends with this process at the latest. */
export const startProgram = (command: string, args: string[], env?: NodeJS.ProcessEnv): Program => {
	const stdio = ['ignore', 'ignore', 'ignore', 'pipe'] as const;
	const child = spawn(command, args, {
		stdio: [...stdio],
		detached: true,
		env: { ...process.env, ...env }
	});
	const stop = (): void => {
		process.off('exit', stop);
		try {
			process.kill(-child.pid!, 'SIGKILL');
		} catch {
			// It has ended by itself.
		}
	};
	process.once('exit', stop);
	return { messages: child.stdio[3] as Readable, stop };
};

/** A port of the loopback interface that nothing listens on. */
export const freePort = async (): Promise<number> => {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
};
