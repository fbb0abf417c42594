/**
 * `npm run any-page`: starts the example apps of `demo/any-page/`. With `-- --engine firefox` (or more, by
 * repeating it) it runs the table of `test/any-page/` there instead: the outcome with one script tag is the
 * outcome without JavaScript. With `-- --peers` it plays the table in Chromium with Turbo, htmx and Unpoly too, which
 * it installs in `test/any-page/peers`, and puts the counts into docs/any-page.md.
 *
 * - `--case text` runs only the rows with this text in their name, and writes nothing.
 */
import { parseArgs } from 'node:util';
import { writeAnyPagePeers } from '../reports/any-page-peers.mjs';
import { startExamples } from '../test/any-page/start-examples.mjs';
import { ensureDependencies } from './lib/build.mjs';
import { runInEngines } from './lib/vitest.mjs';

const { values } = parseArgs({
	options: {
		engine: { type: 'string', multiple: true },
		peers: { type: 'boolean' },
		case: { type: 'string' }
	}
});

if (values.peers) {
	await ensureDependencies('test/any-page/peers');
	process.env.PEERS = '1';
	const write = values.case ? undefined : writeAnyPagePeers;
	await runInEngines('any-page', {
		asked: ['chromium'],
		only: values.case,
		...(write && { write })
	});
} else if (values.engine)
	await runInEngines('any-page', { asked: values.engine, only: values.case });
else await startExamples();
