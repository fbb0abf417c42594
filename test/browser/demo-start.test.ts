import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startDemo, startDemoInVain, temporaryFolder } from './demo.ts';

const expectOneLine = async (databaseUrl: string): Promise<void> => {
	const { code, output, errors } = await startDemoInVain(databaseUrl);
	expect(errors).toMatch(/^softpost notes: cannot open the database .+\n$/);
	expect(errors).toContain(databaseUrl);
	expect(errors.match(/\n/g)).toHaveLength(1);
	expect({ code, output }).toEqual({ code: 1, output: '' });
};

test('a folder is not a database', async () => {
	await expectOneLine(`file:${await temporaryFolder()}`);
});

test('nor is a file of something else', async () => {
	const file = join(await temporaryFolder(), 'notes.db');
	await writeFile(file, 'This is no database. '.repeat(1000));
	await expectOneLine(`file:${file}`);
});

test('a folder that cannot be made ends the start', async () => {
	const file = join(await temporaryFolder(), 'file');
	await writeFile(file, '');
	await expectOneLine(`file:${file}/below/notes.db`);
});

test.runIf(process.platform === 'linux')('also where the system knows no new folders', async () => {
	await expectOneLine('file:/proc/softpost/notes.db');
});

test('an address of another kind does, too', async () => {
	await expectOneLine('postgres://127.0.0.1/notes');
});

test('and a server that is not there', async () => {
	await expectOneLine('http://127.0.0.1:9');
});

test('a proxy that is not an address ends it', async () => {
	const url = `file:${await temporaryFolder()}/notes.db`;
	const { code, errors } = await startDemoInVain(url, { TRUSTED_PROXY: '10.0.0.1, my-proxy' });
	expect({ code, errors }).toEqual({
		code: 1,
		errors:
			'softpost notes: cannot use TRUSTED_PROXY: "my-proxy" is neither an address nor a range such as 10.0.0.0/8\n'
	});
});

test('SIGTERM ends it in peace', async () => {
	const { url, stop } = await startDemo();
	expect((await fetch(url)).status).toBe(200);
	expect(await stop()).toBe(0);
});
