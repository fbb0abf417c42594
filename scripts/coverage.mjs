/**
 * Adds up what the unit tests and the browser tests ran of src/, prints it, and fails below the threshold.
 * How and why: docs/decisions/008-coverage-of-two-kinds.md
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import libCoverage from 'istanbul-lib-coverage';
import libReport from 'istanbul-lib-report';
import reports from 'istanbul-reports';
import { addCoverage } from './lib/add-coverage.mjs';
import { readBrowserCoverage } from './lib/browser-coverage.mjs';

/** Per cent of the branches. */
const threshold = 95;

/** @type {Record<string, import('istanbul-lib-coverage').FileCoverageData>} */
const files = Object.fromEntries(
	Object.entries(JSON.parse(readFileSync('coverage/unit/coverage-final.json', 'utf8'))).map(
		([path, data]) => [relative('.', path), data]
	)
);
for (const coverage of await readBrowserCoverage()) addCoverage(files[coverage.path], coverage);

const coverageMap = libCoverage.createCoverageMap(files);
const context = libReport.createContext({ dir: 'coverage', coverageMap });
reports.create('text', { skipFull: true }).execute(context);

const { pct, covered, total } = coverageMap.getCoverageSummary().branches;
console.log(`Branches of src/ covered: ${pct} % (${covered} of ${total}), wanted ${threshold} %.`);
if (pct < threshold) process.exitCode = 1;
