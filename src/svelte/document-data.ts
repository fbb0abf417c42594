import type { Transport } from '../protocol/transport.ts';
import { encodePageData } from '../protocol/encode.ts';
import type { PageData, ServerCode } from '../protocol/page-data.ts';
import { ENV_ID, publicEnv } from '../protocol/public-env.ts';
import { PAYLOAD_ID } from '../protocol/payload.ts';

/** Escapes `<`, which could end the block, and the line separators that JSON allows but scripts do not. */
const escaped = (json: string): string =>
	json.replace(/[<\u2028\u2029]/g, (character) => {
		const digits = character.charCodeAt(0).toString(16).toUpperCase();
		return `\\u${digits.padStart(4, '0')}`;
	});

/** A data block is not a script, so no policy blocks it. */
const dataBlock = (id: string, json: string): string =>
	`<script type="application/json" id="${id}">${escaped(json)}</script>`;

/** The page for the browser, with the data of the server loads, because universal loads run there again. */
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

/** The data blocks that `start` and the app's code read from the document. */
export const dataBlocks = (
	page: PageData,
	server: ServerCode | undefined,
	transport: Transport | undefined
): string => {
	const env = publicEnv.read ? dataBlock(ENV_ID, JSON.stringify(publicEnv.read())) : '';
	return env + dataBlock(PAYLOAD_ID, encodePageData(payloadOf(page, server), transport));
};

const MODULES =
	/<script\b(?=[^>]*\btype=["']?module\b)(?=[^>]*\bsrc=)[^>]*>\s*<\/script>|<link\b(?=[^>]*\brel=["']?modulepreload\b)[^>]*>/gi;

/** Removes the modules that start the app from a template. Other scripts stay. */
export const withoutModules = (template: string): string => template.replace(MODULES, '');
