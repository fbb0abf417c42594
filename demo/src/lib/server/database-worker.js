// One connection to a file, in a thread of its own: SQLite's calls return when they are done, and one that takes long, or
// waits for a lock, would keep everybody else waiting. Plain JavaScript, because a thread is started from a file.
import { parentPort, workerData } from 'node:worker_threads';
import { createClient } from '@libsql/client';
import { runAll } from './statements.js';

/** @typedef {{ id: number, statements: import('@libsql/client').InStatement[] }} Asked */

/** @type {import('@libsql/client').Client | undefined} */
let client;

/** @param {Asked} asked */
const run = async ({ id, statements }) => {
	try {
		client ??= createClient(workerData);
		parentPort?.postMessage({ id, results: await runAll(client, statements) });
	} catch (error) {
		parentPort?.postMessage({ id, error });
	}
};

parentPort?.on('message', (/** @type {Asked | null} */ asked) => {
	if (asked) return void run(asked);
	client?.close();
	parentPort?.close();
});
