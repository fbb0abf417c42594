import type { Transport } from '../protocol/transport.ts';
import { encodeData } from '../protocol/encode.ts';
import type { PageData, ServerCode } from '../protocol/page-data.ts';
import { isPlain } from '../protocol/plain.ts';
import { ENV_ID, publicEnv } from '../protocol/public-env.ts';
import { PAYLOAD_ID } from '../protocol/wire.ts';

/** `<`, which could end the block, and the line ends that are none in JSON. */
const escaped = (json: string): string =>
	json.replace(/[<\u2028\u2029]/g, (character) => {
		const digits = character.charCodeAt(0).toString(16).toUpperCase();
		return `\\u${digits.padStart(4, '0')}`;
	});

/** A data block is not a script, so no policy blocks it. */
const dataBlock = (id: string, json: string): string =>
	`<script type="application/json" id="${id}">${escaped(json)}</script>`;

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

/** JSON where that says it all: then the browser does not load the codec for it. A custom type may look like plain data. */
const encodePayload = (payload: PageData, transport: Transport = {}): string =>
	!Object.keys(transport).length && isPlain(payload)
		? JSON.stringify(payload)
		: encodeData(payload, transport);

/** All that `start` and the app's code read of the document. */
export const dataBlocks = (
	page: PageData,
	server: ServerCode | undefined,
	transport: Transport | undefined
): string => {
	const env = publicEnv.read ? dataBlock(ENV_ID, JSON.stringify(publicEnv.read())) : '';
	return env + dataBlock(PAYLOAD_ID, encodePayload(payloadOf(page, server), transport));
};

const MODULES =
	/<script\b(?=[^>]*\btype=["']?module\b)(?=[^>]*\bsrc=)[^>]*>\s*<\/script>|<link\b(?=[^>]*\brel=["']?modulepreload\b)[^>]*>/gi;

/** A template without the modules that start the app: what it has in it of other scripts stays. */
export const withoutModules = (template: string): string => template.replace(MODULES, '');
