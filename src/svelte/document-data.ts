import type { Transport } from '../protocol/codec.ts';
import { encodeData } from '../protocol/encode.ts';
import type { PageData, ServerCode } from '../protocol/page-data.ts';
import { ENV_ID, publicEnv } from '../protocol/public-env.ts';
import { PAYLOAD_ID } from '../protocol/wire.ts';

/** A data block is not a script, so no policy blocks it; `<` is escaped, so no data ends it. */
const dataBlock = (id: string, json: string): string =>
	`<script type="application/json" id="${id}">${json.replaceAll('<', '\\u003C')}</script>`;

/** The page as the browser needs it: its universal loads run there again, and make of the server's data what they may. */
const payloadOf = (
	{ served, document, ...page }: PageData,
	server: ServerCode | undefined
): PageData => ({
	...page,
	...(served && {
		layouts: served.layouts.slice(0, page.layouts.length),
		data: page.error ? null : served.data
	}),
	...((document || server) && { document: { ...document, ...(server && { server }) } })
});

/** All that `start` and the app's code read of the document. */
export const dataBlocks = (
	page: PageData,
	server: ServerCode | undefined,
	transport: Transport | undefined
): string => {
	const env = publicEnv.read ? dataBlock(ENV_ID, JSON.stringify(publicEnv.read())) : '';
	return env + dataBlock(PAYLOAD_ID, encodeData(payloadOf(page, server), transport));
};

const MODULES =
	/<script\b(?=[^>]*\btype=["']?module\b)(?=[^>]*\bsrc=)[^>]*>\s*<\/script>|<link\b(?=[^>]*\brel=["']?modulepreload\b)[^>]*>/gi;

/** A template without the modules that start the app: what it has in it of other scripts stays. */
export const withoutModules = (template: string): string => template.replace(MODULES, '');
