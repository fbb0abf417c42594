import { readFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import type { Answer } from '../subject.ts';

/** Where the peers are installed, by a lock file of their own. */
export const PEERS = 'test/peers';

/** @param path a package's name, and where the file is in it */
export const readPeer = (path: string): Promise<string> =>
	readFile(`${PEERS}/node_modules/${path}`, 'utf8');

export const versionOf = async (name: string): Promise<string> =>
	(JSON.parse(await readPeer(`${name}/package.json`)) as { version: string }).version;

export const scriptAnswer = (body: string): Answer => ({
	status: 200,
	headers: { 'content-type': 'text/javascript', 'cache-control': 'max-age=3600' },
	body
});

/** Whether a script made the request, and no navigation did. */
export const isFetched = (headers: IncomingHttpHeaders): boolean =>
	headers['sec-fetch-mode'] !== 'navigate';
