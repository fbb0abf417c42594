import { SoftpostError } from '../../protocol/errors.ts';

interface Emitter {
	on(event: 'ready', listener: () => void): unknown;
	on(event: 'error', listener: (error: Error) => void): unknown;
	listenerCount(event: 'error'): number;
}

/** A client of the package `redis`, as far as it is used. */
export interface NodeRedis extends Emitter {
	readonly isReady: boolean;
	sendCommand(args: string[]): Promise<unknown>;
}

/** A client of the package `ioredis`, as far as it is used. */
export interface IoRedis extends Emitter {
	readonly status: string;
	call(command: string, ...args: string[]): Promise<unknown>;
}

export type RedisClient = NodeRedis | IoRedis;

/** Sends commands of which each is answered soon, or rejects. */
export interface Connection {
	/** @throws {SoftpostError} `store` while Redis cannot be reached, and what Redis answers with */
	send(command: string, ...args: string[]): Promise<unknown>;
}

/** Milliseconds for one command. */
const LIMIT = 1000;

const away = (what: string): SoftpostError =>
	new SoftpostError('store', `softpost/redis: ${what}. Submissions wait until it is back`);

/** An error without a listener would end the process, and one message for an outage is enough. */
const listen = (client: RedisClient): void => {
	let isTold = false;
	client.on('ready', () => (isTold = false));
	client.on('error', (error) => {
		// The app has a listener of its own.
		if (!isTold && client.listenerCount('error') === 1) {
			console.error('softpost/redis: the connection to Redis failed', error);
		}
		isTold = true;
	});
};

/**
 * Uses a client without its patience: clients keep commands until the server is back, and users would wait for that.
 *
 * @param onReady is called whenever the connection is there (again)
 */
export const connect = (client: RedisClient, onReady: () => void): Connection => {
	/** Whether a command waits that should have been answered. Others would only wait behind it. */
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
