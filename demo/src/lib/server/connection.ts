import { Worker } from 'node:worker_threads';
import { createClient, type Config, type InStatement } from '@libsql/client';
import { runAll } from './statements.js';

export type Row = Record<string, unknown>;

export interface Result {
	rows: Row[];
	rowsAffected: number;
}

/** Where statements run, one after the other. */
export interface Connection {
	/** How many calls of `run` it has not answered yet. */
	readonly pending: number;
	run: (statements: InStatement[]) => Promise<Result[]>;
	/** Ends it after the pending statements. */
	close: () => Promise<void>;
}

interface Answer {
	id: number;
	results?: Result[];
	error?: unknown;
}

interface Waiting {
	resolve: (results: Result[]) => void;
	reject: (error: unknown) => void;
}

/** A connection to a file, in a separate thread. */
export const connectInThread = (config: Config): Connection => {
	const worker = new Worker(new URL('./database-worker.js', import.meta.url), {
		workerData: config
	});
	const waiting = new Map<number, Waiting>();
	const exit = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
	let broken: unknown;
	let last = 0;

	worker.on('message', ({ id, results, error }: Answer) => {
		const asked = waiting.get(id);
		waiting.delete(id);
		if (results) asked?.resolve(results);
		else asked?.reject(error);
	});
	worker.on('error', (error) => {
		broken = error;
		for (const { reject } of waiting.values()) reject(error);
		waiting.clear();
	});
	return {
		get pending() {
			return waiting.size;
		},
		run: async (statements) => {
			if (broken) throw broken;
			return new Promise((resolve, reject) => {
				waiting.set(++last, { resolve, reject });
				worker.postMessage({ id: last, statements });
			});
		},
		close: async () => {
			worker.postMessage(null);
			await exit;
		}
	};
};

/** A connection to a database on another machine, which keeps nobody waiting. */
export const connectToServer = (config: Config): Connection => {
	const client = createClient(config);
	return {
		pending: 0,
		run: (statements) => runAll(client, statements),
		close: async () => client.close()
	};
};
