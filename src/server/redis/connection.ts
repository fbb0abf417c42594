import { SoftpostError } from '../../protocol/errors.ts';

interface Emitter {
	on(event: 'ready', listener: () => void): unknown;
	on(event: 'error', listener: (error: Error) => void): unknown;
	listenerCount(event: 'error'): number;
}

/** The part of a client of the package `redis` that softpost uses. */
export interface NodeRedis extends Emitter {
	readonly isReady: boolean;
	sendCommand(args: string[]): Promise<unknown>;
}

/** The part of a client of the package `ioredis` that softpost uses. */
export interface IoRedis extends Emitter {
	readonly status: string;
	call(command: string, ...args: string[]): Promise<unknown>;
}

export type RedisClient = NodeRedis | IoRedis;

/** Sends commands. Each one gets its reply soon, or rejects. */
export interface Connection {
	/** @throws {SoftpostError} `store` while Redis cannot be reached; also throws the errors that Redis replies with */
	send(command: string, ...args: string[]): Promise<unknown>;
}

/** Milliseconds for one command. */
const LIMIT = 1000;

const away = (what: string): SoftpostError =>
	new SoftpostError('store', `softpost/redis: ${what}. Submissions wait until it is back`);

/** Listens for errors, because an unhandled one would end the process. Logs one message per outage. */
const listen = (client: RedisClient): void => {
	let isTold = false;
	client.on('ready', () => (isTold = false));
	client.on('error', (error) => {
		// If the app listens too, it does its own logging.
		if (!isTold && client.listenerCount('error') === 1) {
			console.error('softpost/redis: the connection to Redis failed', error);
		}
		isTold = true;
	});
};

/**
 * Sends commands through a client without its queue: clients hold commands until the server is back, and users would
 * wait for that.
 *
 * @param onReady called each time the connection is established
 */
export const connect = (client: RedisClient, onReady: () => void): Connection => {
	/** Whether a command is overdue. Further commands would only wait behind it. */
	let isStalled = false;
	const isReady = (): boolean => ('isReady' in client ? client.isReady : client.status === 'ready');
	const give = (command: string, args: string[]): Promise<unknown> =>
		'isReady' in client ? client.sendCommand([command, ...args]) : client.call(command, ...args);

	listen(client);
	client.on('ready', () => {
		isStalled = false;
		onReady();
	});

	return {
		async send(command, ...args) {
			if (!isReady()) throw away('Redis is not connected');
			if (isStalled) throw away('Redis does not respond');
			let timer: ReturnType<typeof setTimeout> | undefined;
			const late = new Promise<never>((_resolve, reject) => {
				timer = setTimeout(() => {
					isStalled = true;
					reject(away(`Redis did not respond within ${LIMIT} ms`));
				}, LIMIT);
			});
			const answered = give(command, args).finally(() => {
				clearTimeout(timer);
				isStalled = false;
			});
			return Promise.race([answered, late]);
		}
	};
};
