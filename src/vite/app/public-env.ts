import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = /\.(svelte|[jt]s)$/;

/**
 * Whether an app reads `$env/dynamic/public` anywhere: then every page must carry it, even if its own code does not read it.
 *
 * @param root the folder of the app
 */
export const readsPublicEnv = (root: string): boolean =>
	readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
		.filter((file) => SOURCE.test(file))
		.some((file) => readFileSync(join(root, 'src', file), 'utf8').includes('$env/dynamic/public'));
