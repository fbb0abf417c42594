/**
 * `npm run parity`: forms submitted by the browser itself and by softpost, compared on the wire: a table
 * of cases in Chromium, Firefox and WebKitGTK, and random forms (2,000, 300 and 300).
 *
 * - `--engine firefox` runs one (or more, by repeating it) and fails if it is not available; without
 *   it, missing engines are skipped.
 * - `--case text` runs only the cases with this text in their rule or name, and no random forms.
 * - `--forms 100` is how many random forms there are in each engine; `--seed 1` repeats those of a run.
 * - `--ci` is what a build server runs: the table, and 200 random forms in Chromium, of one seed.
 * - `--peer name` runs the table with `sveltekit`, `turbo` or `htmx` in softpost's place, in Chromium, and
 *   prints what is different; `--peer all` runs softpost and all three, and `--write` with it puts the
 *   results into README.md and docs/parity-peers.md.
 * - `--write` puts the results into docs/parity.md.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { writeParity } from '../reports/parity-table.mjs';
import { runPeers } from '../reports/peer-run.mjs';
import { runInEngines } from './lib/vitest.mjs';

const { values } = parseArgs({
	options: {
		engine: { type: 'string', multiple: true },
		case: { type: 'string' },
		forms: { type: 'string' },
		seed: { type: 'string' },
		peer: { type: 'string' },
		ci: { type: 'boolean' },
		write: { type: 'boolean' }
	}
});

/** How many random forms there are, by engine. */
const formsOf = () => {
	const { forms, case: only, ci } = values;
	if (forms) return { chromium: +forms, firefox: +forms, webkit: +forms };
	if (only) return {};
	return ci ? { chromium: 200 } : { chromium: 2000, firefox: 300, webkit: 300 };
};

/** Read by test/parity/options.ts. */
process.env.PARITY = JSON.stringify({
	subject: 'softpost',
	only: values.case,
	forms: formsOf(),
	// A build server's forms are the same each time: what fails there came with the change.
	seed: +(values.seed ?? (values.ci ? 1 : randomInt(2 ** 31)))
});

const { peer, case: only, write } = values;
await (peer
	? runPeers({ peer, only, write })
	: runInEngines('parity', {
			asked: values.engine,
			only,
			...(write && { write: writeParity })
		}));
