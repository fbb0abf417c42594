// @vitest-environment happy-dom
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { createSnapshots } from '../../../src/navigation/history/snapshots.ts';

const problem = new Error('a bug of the app');
const broken = (): never => {
	throw problem;
};

beforeEach(() => sessionStorage.clear());

/** Listens for errors that are reported. */
const watchReports = () => {
	const report = vi.fn();
	vi.stubGlobal('reportError', report);
	onTestFinished(() => void vi.unstubAllGlobals());
	return report;
};

it('restores what it has captured on the same visit', () => {
	const restore = vi.fn();
	let visit = 1;
	const snapshots = createSnapshots({ capture: () => ['draft'], restore }, () => visit);
	onTestFinished(snapshots.destroy);
	snapshots.capture();
	visit = 2;
	snapshots.restore();
	expect(restore).not.toHaveBeenCalled();
	visit = 1;
	snapshots.restore();
	expect(restore).toHaveBeenCalledExactlyOnceWith(['draft']);
});

it.each([
	['restore', { capture: () => ['draft'], restore: broken }],
	['capture', { capture: broken, restore() {} }]
])('reports an error of the app in %s, and goes on', (_, host) => {
	const report = watchReports();
	const snapshots = createSnapshots(host, () => 1);
	onTestFinished(snapshots.destroy);
	snapshots.capture();
	snapshots.restore();
	expect(report).toHaveBeenCalledExactlyOnceWith(problem);
});
