/**
 * `npm start`: gets what a fresh checkout lacks, builds the package and the demo, and runs the demo.
 * PORT, HOST and DATABASE_URL are the demo's to read: see demo/README.md.
 */
import { buildDemo, buildPackage, ensureDependencies } from './lib/build.mjs';

// npm hands a SIGTERM to its shell, which ends without telling us: the demo must not outlive it.
const { ppid } = process;
const watch = setInterval(() => {
	if (process.ppid === ppid) return;
	clearInterval(watch);
	process.kill(process.pid, 'SIGTERM');
}, 500);
watch.unref();

/** @param {unknown} error */
const giveUp = (error) => {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
};

await ensureDependencies().then(buildPackage).then(buildDemo).catch(giveUp);

// In this process, so that signals and exit codes are the demo's own.
await import(new URL('../demo/build/index.js', import.meta.url).href);
