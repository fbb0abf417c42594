import { ensureBrowser } from '../scripts/lib/browsers.mjs';
import { preparePeers } from '../scripts/lib/build.mjs';
import { runVitest } from '../scripts/lib/vitest.mjs';
import { printFindings } from './peer-print.mjs';
import { writeFindings } from './peer-write.mjs';

/** @typedef {import('./peer-findings.mjs').Finding} Finding */

const peers = ['sveltekit', 'turbo', 'htmx'];
const folder = 'test/parity/peers';

/**
 * What Vitest reports of a test.
 *
 * @typedef {{
 *   status: string,
 *   meta: { finding?: Finding },
 *   failureMessages: string[]
 * }} Assertion
 */

/** @param {Assertion} assertion @returns {Finding[]} what the test noted; one that failed says so */
const findingOf = ({ status, meta: { finding }, failureMessages }) => {
	if (!finding) return [];
	return status === 'passed'
		? [finding]
		: [{ ...finding, failure: failureMessages[0].split('\n')[0] }];
};

/**
 * Runs the table of cases with peers in softpost's place, in Chromium, and prints what is different. It
 * fails where the comparison itself does, and not because of a difference.
 *
 * @param {{ peer: string, only?: string | undefined, write?: boolean | undefined }} options
 *
 * - `peer`: one of the peers, or `all`, which has softpost run too
 * - `only`: text that is in the rule or the name of each case to run
 * - `write`: puts the results of `all` into README.md and docs/parity-peers.md
 */
export const runPeers = async ({ peer, only, write }) => {
	if (peer !== 'all' && !peers.includes(peer))
		throw new Error(`--peer is one of ${peers.join(', ')}, or all.`);
	if (write && (peer !== 'all' || only))
		throw new Error('--write wants all that there is to write: --peer all, without --case.');
	await preparePeers('parity');
	await ensureBrowser();
	process.env.SUBJECTS = peer === 'all' ? ['softpost', ...peers].join() : peer;
	const { failed, testResults } = await runVitest('peers', 'dot', [
		'--config',
		`${folder}/vitest.config.ts`
	]);
	const findings = testResults.flatMap(({ assertionResults }) =>
		assertionResults.flatMap(findingOf)
	);
	printFindings(findings);
	if (write) await writeFindings(findings);
	process.exitCode = Math.min(failed, 1);
};
