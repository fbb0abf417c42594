import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, resolve } from 'node:path';

/**
 * Runs a program of this machine or of the dependencies in the foreground.
 *
 * @param {string} command
 * @param {string[]} [args]
 * @param {{ cwd?: string }} [options] `cwd`: where it runs
 * @returns {Promise<number>} its exit code, 1 where a signal ended it
 */
export const exitCode = async (command, args = [], options = {}) => {
	const path = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter);
	// npm and the dependencies are command files on Windows, which only a shell can start.
	const shell = process.platform === 'win32';
	const env = { ...process.env, PATH: path };
	const [code] = await once(
		spawn(command, args, { stdio: 'inherit', shell, env, ...options }),
		'exit'
	);
	return code ?? 1;
};

/**
 * Runs a program in the foreground, as a step that must succeed.
 *
 * @param {string} command
 * @param {string[]} [args]
 * @param {{ cwd?: string }} [options]
 * @throws when the program ends with another code than 0
 */
export const run = async (command, args = [], options = {}) => {
	const code = await exitCode(command, args, options);
	if (code !== 0) throw new Error(`${[command, ...args].join(' ')} ended with code ${code}`);
};
