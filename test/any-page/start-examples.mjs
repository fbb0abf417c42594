import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buildPackage } from '../../scripts/lib/build.mjs';

/** The example apps, by the names of their folders, and how each is started. */
const EXAMPLES = {
	express: ['node', 'demo/any-page/express/server.mjs'],
	python: ['python3', 'demo/any-page/python/server.py']
};

/**
 * Starts an example app on a free port.
 *
 * @param {keyof typeof EXAMPLES} name
 * @param {Record<string, string>} [env] `PORT`; `SCRIPT=off` leaves out the script tag
 * @returns {Promise<{ url: string, stop(): void }>}
 */
export const startExample = async (name, env = {}) => {
	const [command = '', ...args] = EXAMPLES[name];
	const child = spawn(command, args, {
		env: { ...process.env, PORT: '0', ...env },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const [line] = await once(child.stdout, 'data');
	return { url: String(line).trim().split(' ').at(-1) ?? '', stop: () => void child.kill() };
};

/** Starts them all, for people. */
export const startExamples = async () => {
	await buildPackage();
	const names = /** @type {(keyof typeof EXAMPLES)[]} */ (Object.keys(EXAMPLES));
	for (const [index, name] of names.entries()) {
		const { url } = await startExample(name, { PORT: String(3001 + index) });
		console.log(`${name}: ${url}`);
	}
};
