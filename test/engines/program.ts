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

/**
 * Runs a program until the standard input ends, which it also does when whoever started this is killed:
 * then the whole process group goes.
 */
const KEEPER = '"$@" & read -r _; kill -KILL 0';

/** Starts a program in a separate process group, which does not outlive this process. */
export const startProgram = (command: string, args: string[], env?: NodeJS.ProcessEnv): Program => {
	const { stdin, stdio } = spawn('/bin/sh', ['-c', KEEPER, 'sh', command, ...args], {
		stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
		detached: true,
		env: { ...process.env, ...env }
	});
	return { messages: stdio[3] as Readable, stop: () => stdin?.end() };
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
