/**
 * `npm run engines`: the same scenarios in Chromium, Firefox and WebKitGTK. `-- --engine firefox` runs
 * one (or more, by repeating it) and fails if that engine is not available; without it, missing
 * engines are skipped. `--write` puts the results into docs/engines.md.
 */
import { parseArgs } from 'node:util';
import { writeTable } from '../reports/engine-table.mjs';
import { runInEngines } from './lib/vitest.mjs';

const { values } = parseArgs({
	options: { engine: { type: 'string', multiple: true }, write: { type: 'boolean' } }
});

await runInEngines('engines', {
	asked: values.engine,
	...(values.write && { write: writeTable })
});
