import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { expect, it, onTestFinished } from 'vitest';

/** A module of ours as it is in an app's own build, which drops what seems to have no effect. */
const bundled = async (file: string): Promise<any> => {
	const outDir = await mkdtemp(join(tmpdir(), 'softpost-bundled-'));
	onTestFinished(() => rm(outDir, { recursive: true }));
	await build({
		configFile: false,
		logLevel: 'error',
		ssr: { noExternal: true },
		build: {
			ssr: true,
			outDir,
			rolldownOptions: { input: file, output: { entryFileNames: 'bundled.mjs' } }
		}
	});
	return import(/* @vite-ignore */ pathToFileURL(join(outDir, 'bundled.mjs')).href);
};

it('answers 400 to a URL that cannot be decoded', async () => {
	const { createApp } = await bundled('src/server.ts');
	const app = createApp({
		routes: { '/notes/:id': { page: {} } },
		render: ({ page }: { page: { status: number } }) => `${page.status}`
	});
	for (const path of ['/%', '/notes/%zz', '/notes/%E0%A4%A']) {
		const response: Response = await app.fetch(new Request(`http://localhost${path}`));
		expect([response.status, await response.text()]).toEqual([400, '400']);
	}
});

it('refuses history state that cannot be cloned', async () => {
	const { plainState } = await bundled('src/navigation/history/plain-state.ts');
	expect(() => plainState({ send: () => {} })).toThrow(
		expect.objectContaining({ code: 'history_state' })
	);
});
