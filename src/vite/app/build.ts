import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
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

/** Builds the browser's files first, then the server, whose pages refer to them. */
export const buildBoth = async (builder: ViteBuilder): Promise<void> => {
	const { client, ssr } = builder.environments;
	const { root } = builder.config;
	const folder = resolve(root, ssr!.config.build.outDir);
	await emptyFolder(root, folder);
	await builder.build(client!);
	await builder.build(ssr!);
	await markModules(root, folder);
};
