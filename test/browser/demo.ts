import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** An empty folder that is gone when the test that called this has finished. */
export const temporaryFolder = async (): Promise<string> => {
	const folder = await mkdtemp(join(tmpdir(), 'softpost-demo-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	return folder;
};

const spawnDemo = (databaseUrl: string, env: Record<string, string> = {}): ChildProcess =>
	spawn(process.execPath, ['demo/build/index.js'], {
		env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATABASE_URL: databaseUrl, ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});

/** Asks the demo to stop, as a process manager does; its exit code. */
const stop = async (demo: ChildProcess): Promise<number | null> => {
	const exit = once(demo, 'exit');
	demo.kill('SIGTERM');
	const [code] = await exit;
	return code;
};

/** Starts the built demo on a free port with an empty database, until the test has finished. */
export const startDemo = async (): Promise<{ url: string; stop: () => Promise<number | null> }> => {
	const demo = spawnDemo(`file:${join(await temporaryFolder(), 'data', 'notes.db')}`);
	onTestFinished(() => void demo.kill('SIGKILL'));
	demo.stderr!.pipe(process.stderr);
	const [line] = await once(demo.stdout!, 'data');
	return { url: String(line).replace('softpost notes: ', '').trim(), stop: () => stop(demo) };
};

/** Starts it with a database or settings that it cannot use: how it ends and what it says. */
export const startDemoInVain = async (
	databaseUrl: string,
	env: Record<string, string> = {}
): Promise<{ code: number; output: string; errors: string }> => {
	const demo = spawnDemo(databaseUrl, env);
	onTestFinished(() => void demo.kill('SIGKILL'));
	const [[code], output, errors] = await Promise.all([
		once(demo, 'exit'),
		text(demo.stdout!),
		text(demo.stderr!)
	]);
	return { code, output, errors };
};
