/** One of the servers: an action that takes a while, and writes down when it began and when it ended. */
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { createClient } from 'redis';
import { redisSubmissions } from 'softpost/redis';
import { createApp, fail, redirect, toNodeHandler } from 'softpost/server';

const { REDIS_URL = '', RUNS = '' } = process.env;

/** At once and to a file: what a process that is killed has done must not be lost with it. @param {object} line */
const note = (line) =>
	appendFileSync(
		String(RUNS),
		`${JSON.stringify({ pid: process.pid, at: Date.now(), ...line })}\n`
	);

// As an app has it: no `error` listener of its own.
const client = createClient({ url: REDIS_URL });
const connected = client.connect();
// Where Redis is away just now the client goes on trying.
connected.catch(() => {});

const app = createApp({
	routes: {
		'/': {
			page: {
				actions: {
					/** @param {import('softpost/server').RequestEvent} event */
					default: async ({ request }) => {
						const form = await request.formData();
						const number = Number(form.get('number'));
						const run = randomUUID();
						note({ began: number, run });
						await setTimeout(Number(form.get('delay')));
						note({ ended: number, run });
						if (number % 10 === 3) return fail(422, { number, run });
						if (number % 10 === 7) redirect(303, `/?run=${run}`);
						return { number, run };
					}
				}
			}
		}
	},
	render: () => '',
	submissions: redisSubmissions(client),
	handleError: () => {}
});

const server = createServer(toNodeHandler(app)).listen(0, '127.0.0.1', () => {
	process.send?.(/** @type {import('node:net').AddressInfo} */ (server.address()).port);
});
// The one that started it is gone.
process.on('disconnect', () => process.exit());
