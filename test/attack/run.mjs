/**
 * `npm run attack`: attacks the demo, which it builds and starts. `npm run attack -- URL` attacks another server on
 * this machine or wherever you may: the URL is that of an action, such as http://127.0.0.1:3000/login?/login.
 *
 * - `--case text` runs only the attacks with this text in their name.
 * - `--write` puts the figures into docs/security.md.
 */
import { parseArgs } from 'node:util';
import { writeAttacks } from '../../reports/attack-table.mjs';
import { buildDemo, buildPackage } from '../../scripts/lib/build.mjs';
import { conclude, named, runVitest } from '../../scripts/lib/vitest.mjs';

const { values, positionals } = parseArgs({
	options: { case: { type: 'string' }, write: { type: 'boolean' } },
	allowPositionals: true
});

await conclude(async () => {
	const [url] = positionals;
	if (url) process.env.ATTACK = new URL(url).href;
	else {
		await buildPackage();
		await buildDemo();
	}
	const args = ['--config', 'test/attack/vitest.config.ts', ...named(values.case)];
	const { testResults, ...count } = await runVitest('attack', 'verbose', args);
	if (values.write) await writeAttacks(testResults);
	return count;
});
