import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { join, relative, resolve } from 'node:path';
import type { ResolvedConfig, ViteBuilder } from 'vite';
import { SoftpostError } from '../../protocol/errors.ts';

const clientFolder = ({ root, environments }: ResolvedConfig): string =>
	resolve(root, environments.client!.build.outDir);

/**
 * Reads the manifest of the browser's build.
 *
 * @throws {SoftpostError} `manifest` if there is none
 */
export const readManifest = (config: ResolvedConfig): string => {
	const file = join(clientFolder(config), '.vite/manifest.json');
	try {
		return readFileSync(file, 'utf8');
	} catch (cause) {
		throw new SoftpostError(
			'manifest',
			`${file} is missing. Build both halves in one command: vite build, without --ssr`,
			{ file },
			{ cause }
		);
	}
};

/** Empties the folder of the last build, if it is inside the project. */
const emptyFolder = async (root: string, folder: string): Promise<void> => {
	const inside = relative(root, folder);
	if (!inside || inside.startsWith('..')) return;
	for (const name of await readdir(folder).catch(() => []))
		await rm(join(folder, name), { recursive: true });
};

/** Makes Node treat the build as ES modules, if the app's package does not say so. */
const markModules = async (root: string, folder: string): Promise<void> => {
	const text = await readFile(join(root, 'package.json'), 'utf8').catch(() => '{}');
	if (JSON.parse(text).type === 'module') return;
	await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n');
};

/** Files that get smaller, unlike images and fonts. */
const TEXT = /\.(css|html|js|json|map|mjs|svg|txt|wasm|webmanifest|xml)$/;

/** How files are compressed beside the original: once, and better than a server would for each response. */
const COMPRESSED = { br: promisify(brotliCompress), gz: promisify(gzip) };

/** Writes compressed files beside those of the browser, for a server that sends them as they are. */
const precompress = async (folder: string): Promise<void> => {
	const files = await readdir(folder, { recursive: true });
	for (const file of files.filter((name) => TEXT.test(name))) {
		const content = await readFile(join(folder, file));
		for (const [ending, compress] of Object.entries(COMPRESSED))
			await writeFile(join(folder, `${file}.${ending}`), await compress(content));
	}
};

/** Builds the browser's files first, then the server, whose pages refer to them. */
export const buildBoth = async (builder: ViteBuilder): Promise<void> => {
	const { client, ssr } = builder.environments;
	const { root } = builder.config;
	const folder = resolve(root, ssr!.config.build.outDir);
	await emptyFolder(root, folder);
	await builder.build(client!);
	await builder.build(ssr!);
	await markModules(root, folder);
	await precompress(clientFolder(builder.config));
};
