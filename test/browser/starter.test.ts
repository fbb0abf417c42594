import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openPage } from './harness.ts';
import { runVite, startBuild, startVite, type Running } from './vite-app.ts';

const run = promisify(execFile);

const STARTER = resolve('demo/starter');

/** Packages of others, as an app may have them: an old `cookie` at the top, and the servers of the starter's README. */
const OTHERS = ['cookie@0.6.0', 'express@5', 'express4@npm:express@4', 'hono', 'fastify'];

let folder: string;
/** The starter, installed from the packed package. */
let app: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'softpost-starter-'));
	app = join(folder, 'app');
	await cp(STARTER, app, { recursive: true });
	const pack = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder];
	const { stdout } = await run('npm', pack);
	const install = [
		'install',
		'--no-audit',
		'--no-fund',
		'--prefer-offline',
		'--include=dev',
		...OTHERS
	];
	await run('npm', [...install, join(folder, stdout.trim())], { cwd: app });
}, 180_000);
afterAll(() => rm(folder, { recursive: true }));

const build = async (root: string): Promise<void> => {
	const { code, output } = await runVite(root, 'build', '--logLevel', 'warn');
	expect({ code, output }).toEqual({ code: 0, output: '' });
};

/** Sends the starter's form as a browser does without JavaScript. */
const sign = async ({ url }: Running, name: string): Promise<string> => {
	const response = await fetch(`${url}/?/sign`, {
		method: 'POST',
		headers: { origin: url, accept: 'text/html' },
		body: new URLSearchParams({ name })
	});
	return `${response.status} ${/role="status">(.*?)</.exec(await response.text())?.[1]}`;
};

const expectToWork = async (root: string): Promise<void> => {
	const site = await startBuild(root);
	try {
		expect(await sign(site, '')).toBe('400 Enter your name');
		expect(await sign(site, 'Ada')).toBe('200 Welcome, Ada');
	} finally {
		await site.stop();
	}
};

describe('the starter', () => {
	it('passes its own test', async () => {
		await build(app);
		const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
		const { stdout } = await run(process.execPath, ['--test', '--test-reporter=tap'], {
			cwd: app,
			env
		});
		expect(stdout).toMatch(/# pass 1\n[^]*# fail 0/);
	});

	it('is one page, with and without JavaScript', async () => {
		const site = await startBuild(app);
		onTestFinished(() => site.stop());
		for (const javaScriptEnabled of [true, false]) {
			const page = await openPage({ javaScriptEnabled, covered: false });
			await page.goto(site.url);
			await page.fill('input', `Ada ${javaScriptEnabled}`);
			await page.click('button');
			await expect
				.poll(() => page.textContent('[role=status]'))
				.toBe(`Welcome, Ada ${javaScriptEnabled}`);
			expect(await page.locator('li').last().textContent()).toBe(`Ada ${javaScriptEnabled}`);
		}
	});

	it('has types for its routes', async () => {
		await run(process.execPath, [
			resolve('node_modules/typescript/bin/tsc'),
			'--noEmit',
			'-p',
			app
		]);
	});

	it('starts with one screen of output and no warning', async () => {
		const site = await startVite(app, 'dev');
		onTestFinished(() => site.stop());
		const page = await openPage({ covered: false });
		await page.goto(site.url);
		await page.fill('input', 'Eve');
		await page.click('button');
		await expect.poll(() => page.textContent('[role=status]')).toBe('Welcome, Eve');
		expect(site.output().split('\n').length).toBeLessThan(12);
		expect(site.output()).not.toMatch(/warn|error|reload/i);
	});
});

describe('other servers', async () => {
	const readme = await readFile(join(STARTER, 'README.md'), 'utf8');
	const variants = [...readme.matchAll(/^(\w+) \(.*?\n```ts\n(.*?)```/gms)].map(
		([, name, text]) => [name!, text!] as const
	);

	it.each([
		...variants,
		...variants
			.filter(([name]) => name === 'Express')
			.map(([, text]) => ['Express 4', text.replace("from 'express'", "from 'express4'")] as const)
	])('%s differs in one file', async (_, text) => {
		await writeFile(join(app, 'src/server.ts'), text);
		await build(app);
		await expectToWork(app);
		const site = await startBuild(app);
		onTestFinished(() => site.stop());
		expect(await (await fetch(`${site.url}/health`)).text()).toBe('ok');
		const [, style] = /<link rel="stylesheet" href="(.+?)"/.exec(
			await (await fetch(site.url)).text()
		)!;
		expect((await fetch(site.url + style)).headers.get('content-type')).toBe('text/css');
	});

	it('are those three', () => {
		expect(variants.map(([name]) => name)).toEqual(['Hono', 'Express', 'Fastify']);
	});
});

describe('installed otherwise', () => {
	const copyStarter = async (root: string): Promise<void> => {
		await mkdir(dirname(root), { recursive: true });
		await cp(STARTER, root, { recursive: true });
	};

	it('in a workspace, it works beside what others have hoisted', async () => {
		const root = join(app, 'packages/web');
		await copyStarter(root);
		await build(root);
		await expectToWork(root);
	});

	it('in folders like those of pnpm, it finds its own dependencies', async () => {
		const root = join(folder, 'pnpm');
		await copyStarter(root);
		const store = join(root, 'node_modules/.pnpm/softpost/node_modules');
		await mkdir(store, { recursive: true });
		await cp(join(app, 'node_modules/softpost'), join(store, 'softpost'), {
			recursive: true,
			filter: (path) => !path.includes('softpost/node_modules')
		});
		const { dependencies } = JSON.parse(
			await readFile(join(store, 'softpost/package.json'), 'utf8')
		) as { dependencies: Record<string, string> };
		const link = async (name: string, target: string, into: string): Promise<void> => {
			await mkdir(dirname(join(into, name)), { recursive: true });
			await symlink(target, join(into, name));
		};
		/** The version that softpost itself was installed with. */
		const place = (name: string): string => {
			const own = join(app, 'node_modules/softpost/node_modules', name);
			return existsSync(own) ? own : join(app, 'node_modules', name);
		};
		for (const name of [...Object.keys(dependencies), 'svelte'])
			await link(name, place(name), store);
		for (const name of ['svelte', 'vite', '@sveltejs/vite-plugin-svelte'])
			await link(name, join(app, 'node_modules', name), join(root, 'node_modules'));
		await symlink(join(store, 'softpost'), join(root, 'node_modules/softpost'));
		await build(root);
		await expectToWork(root);
	});
});
