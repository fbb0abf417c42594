import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openPage } from './harness.ts';

const readme = readFileSync('README.md', 'utf8');

/** The code blocks that begin with a comment that names their file. */
const files = [...readme.matchAll(/^```\w+\n((?:\/\/|<!--) ([\w./+]+)(?: -->)?\n[^]*?)^```/gm)].map(
	([, code, name]) => [name!, code!] as const
);

/** The commands of the README that build the app. */
const commands = [...readme.matchAll(/^npx (vite build)$/gm)].map(([, command]) => command!);

/** What `npm install` gives the app. */
const packages = ['svelte', 'vite', '@sveltejs', '.bin'];

const folder = mkdtempSync(join(tmpdir(), 'softpost-readme-'));
let server: ChildProcess;
let url: string;

const install = (): void => {
	mkdirSync(join(folder, 'node_modules'));
	for (const name of packages)
		symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
	symlinkSync(resolve('.'), join(folder, 'node_modules/softpost'));
	writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
	for (const [name, code] of files) {
		mkdirSync(join(folder, name, '..'), { recursive: true });
		writeFileSync(join(folder, name), code);
	}
};

const freePort = async (): Promise<number> => {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	probe.close();
	await once(probe, 'close');
	return port;
};

beforeAll(async () => {
	install();
	for (const command of commands) {
		const { status, stderr } = spawnSync('npx', command.split(' '), {
			cwd: folder,
			encoding: 'utf8'
		});
		expect(status, stderr).toBe(0);
	}
	const port = await freePort();
	url = `http://127.0.0.1:${port}/`;
	server = spawn(process.execPath, ['build'], {
		cwd: folder,
		env: { ...process.env, PORT: String(port) },
		stdio: 'inherit'
	});
	await vi.waitFor(() => fetch(url), { timeout: 20_000 });
});

afterAll(() => {
	server?.kill();
	rmSync(folder, { recursive: true, force: true });
});

describe('the app of the README', () => {
	it('is all of these files', () => {
		expect(files.map(([name]) => name)).toEqual([
			'src/routes/+page.svelte',
			'src/routes/+page.server.js',
			'src/app.html',
			'vite.config.js'
		]);
		expect(commands).toHaveLength(1);
	});

	it.each([false, true])('posts its form, with JavaScript: %s', async (javaScriptEnabled) => {
		const page = await openPage({ javaScriptEnabled, covered: false });
		// `enhance` asks for it as soon as it has the form.
		const enhanced = javaScriptEnabled && page.waitForResponse(/\/second-/);
		await page.goto(url);
		await enhanced;
		let documents = 0;
		page.on('request', (request) => void (documents += Number(request.isNavigationRequest())));

		await page.getByRole('button').click();
		await page.locator('[aria-invalid=true]').waitFor();

		await page.getByLabel('Email').fill('ann@example.com');
		await page.getByRole('button').click();
		await page.getByText('We will write to ann@example.com').waitFor();
		expect(await page.getByLabel('Email').inputValue()).toBe('');
		expect(documents).toBe(javaScriptEnabled ? 0 : 2);
	});
});
