/** Loaded into every server of the bench: tells what the process has used. */
import { readFileSync, writeFileSync } from 'node:fs';

/** The most memory since the last report. Only Linux tells; `maxRSS` has that of the parent in it. */
const takePeak = () => {
	const [, kB] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
	writeFileSync('/proc/self/clear_refs', '5');
	return Number(kB) * 1024;
};

process.on('message', () => {
	const { user } = process.cpuUsage();
	const rss = process.memoryUsage.rss();
	process.send?.({ user, rss, peak: process.platform === 'linux' ? takePeak() : NaN });
});

// Whoever started it is gone, and will not stop it.
process.on('disconnect', () => process.exit());
