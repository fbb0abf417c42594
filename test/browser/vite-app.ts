import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

/** The app's own Vite, else that of this package. */
const viteOf = (root: string): string => {
	const [own, ours] = [root, '.'].map((folder) => resolve(folder, 'node_modules/vite/bin/vite.js'));
	return existsSync(own!) ? own! : ours!;
};

/** A user's shell: nothing in it says that Vitest runs. */
const environment = (extra: Record<string, string> = {}): NodeJS.ProcessEnv => {
	const { VITEST: _, NODE_ENV: __, ...env } = process.env;
	return { ...env, NO_COLOR: '1', ...extra };
};

/** Copies an app into a folder of this package, so that it finds softpost, and can be edited. */
export const copyApp = async (from: string): Promise<{ root: string; remove(): Promise<void> }> => {
	const root = await mkdtemp(resolve('.vite-app-'));
	await cp(from, root, {
		recursive: true,
		filter: (path) => !/(^|\/)(build|\.svelte-kit|node_modules)(\/|$)/.test(path.slice(from.length))
	});
	return { root, remove: () => rm(root, { recursive: true }) };
};

/** Runs a command of Vite to its end. */
export const runVite = async (
	root: string,
	...args: string[]
): Promise<{ code: number; output: string }> => {
	const child = spawn(process.execPath, [viteOf(root), ...args], {
		cwd: root,
		env: environment(),
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const [output, errors, [code]] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		once(child, 'exit')
	]);
	return { code: code as number, output: output + errors };
};

export interface Running {
	url: string;
	/** All that it has said. */
	output(): string;
	stop(): Promise<void>;
}

/** Waits until a program says where it listens. */
const listening = async (child: ChildProcess): Promise<Running> => {
	let output = '';
	const found = new Promise<string>((done, fail) => {
		for (const stream of [child.stdout!, child.stderr!])
			stream.on('data', (chunk) => {
				output += String(chunk);
				const [, port] = /http:\/\/[\w.]+:(\d+)/.exec(output) ?? [];
				if (port) done(`http://localhost:${port}`);
			});
		child.once('exit', () => fail(new Error(output)));
	});
	const stop = async (): Promise<void> => {
		if (child.exitCode !== null) return;
		const exit = once(child, 'exit');
		child.kill('SIGTERM');
		await exit;
	};
	return { url: await found, output: () => output, stop };
};

const start = (root: string, args: string[], env?: Record<string, string>): Promise<Running> =>
	listening(
		spawn(process.execPath, args, {
			cwd: root,
			env: environment(env),
			stdio: ['ignore', 'pipe', 'pipe']
		})
	);

/** `node build` on a free port. */
export const startBuild = (root: string, env: Record<string, string> = {}): Promise<Running> =>
	start(root, [join(root, 'build')], { PORT: '0', HOST: 'localhost', ...env });

/** `vite dev`, or `vite preview`, on a free port. */
export const startVite = (root: string, command: 'dev' | 'preview'): Promise<Running> =>
	start(root, [viteOf(root), command, '--port', String(20_000 + (process.pid % 10_000))]);
