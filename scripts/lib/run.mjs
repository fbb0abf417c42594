import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';

// npm and npx are command files on Windows, which only a shell can start.
const shell = process.platform === 'win32';

const path = () => [join(process.cwd(), 'node_modules/.bin'), process.env.PATH].join(delimiter);

/**
 * Runs a program, such as one of the dependencies', in the foreground, with this process's input, output and environment.
 *
 * @param {string} command
 * @param {string[]} [args]
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code, 1 where a signal ended it
 */
export const exitCode = (command, args = [], options = {}) =>
	new Promise((resolve, reject) => {
		const env = { ...process.env, PATH: path() };
		const child = spawn(command, args, { stdio: 'inherit', shell, env, ...options });
		child.once('error', reject);
		child.once('exit', (code) => resolve(code ?? 1));
	});

/**
 * Runs a program for what it prints.
 *
 * @param {string} command
 * @param {string[]} [args]
 * @returns {Promise<string>} its standard output, whatever its exit code
 */
export const outputOf = (command, args = []) =>
	new Promise((resolve, reject) => {
		const env = { ...process.env, PATH: path() };
		const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], shell, env });
		child.once('error', reject);
		text(child.stdout).then(resolve, reject);
	});

/**
 * Runs a program in the foreground, as a step that must succeed.
 *
 * @param {string} command
 * @param {string[]} [args]
 * @param {import('node:child_process').SpawnOptions} [options]
 * @throws when the program ends with another code than 0
 */
export const run = async (command, args = [], options = {}) => {
	const code = await exitCode(command, args, options);
	if (code !== 0) throw new Error(`${[command, ...args].join(' ')} ended with code ${code}`);
};
