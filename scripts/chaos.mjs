/**
 * `npm run chaos`: users who submit forms while the network fails them, by random plans (2,000).
 *
 * - `--plans 100` is how many; `--seed 1` repeats those of a run.
 * - `--pages 8` is how many pages follow plans at once.
 * - `--only '{"faults":[…],"steps":[…]}'` follows one plan, such as the one that a failure names.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './lib/browsers.mjs';
import { exitCode } from './lib/run.mjs';

const { values } = parseArgs({
	options: {
		plans: { type: 'string', default: '2000' },
		seed: { type: 'string', default: String(randomInt(2 ** 31)) },
		pages: { type: 'string', default: '8' },
		only: { type: 'string' }
	}
});

const { plans, seed, pages, only } = values;
/** Read by test/browser/chaos/options.ts. */
process.env.CHAOS = JSON.stringify({ plans: +plans, seed: +seed, pages: +pages, only });
process.env.CHROMIUM_PATH = await ensureBrowser();
console.log(only ? 'One plan.' : `${plans} plans of seed ${seed}.`);
process.exitCode = await exitCode('vitest', [
	'run',
	'--project',
	'browser',
	'test/browser/chaos/chaos.test.ts'
]);
