/**
 * `npm run chaos:servers`: three servers behind a round robin and a Redis, which are killed by a seeded plan, and
 * 12 users who send each submission three times. It shows that none runs twice but where the process that ran it
 * first was killed, that nobody waits, and that short outages are not seen.
 *
 * - `--submissions 1000` is how many; `--seconds 60` ends it earlier.
 * - `--seed 1` repeats a plan.
 * - `--volatile` has a Redis that loses its data with each crash.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { ensureProgram } from './lib/browsers.mjs';
import { buildPackage, ensureDependencies } from './lib/build.mjs';
import { conclude, runVitest } from './lib/vitest.mjs';

const { values } = parseArgs({
	options: {
		submissions: { type: 'string', default: '1000' },
		seconds: { type: 'string', default: '3600' },
		seed: { type: 'string', default: String(randomInt(2 ** 31)) },
		volatile: { type: 'boolean', default: false }
	}
});

await conclude(async () => {
	await ensureDependencies();
	if (!(await ensureProgram('redis')))
		throw new Error('No redis-server. Install it: apt-get install redis-server');
	await buildPackage();
	const { submissions, seconds, seed, volatile } = values;
	/** Read by test/chaos-servers/options.ts. */
	process.env.CHAOS_SERVERS = JSON.stringify({
		submissions: +submissions,
		seconds: +seconds,
		seed: +seed,
		volatile
	});
	return runVitest('chaos-servers', 'verbose', ['--config', 'test/chaos-servers/vitest.config.ts']);
});
