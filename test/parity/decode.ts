import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deserialize } from '../../src/protocol/deserialize.ts';
import { ACTION_HEADER, JSON_TYPE } from '../../src/protocol/wire.ts';
import type { RequestEvent } from '../../src/server.ts';

/** An entry as an action gets it; a file is its name, type and content. */
type Entry = [name: string, value: string | [name: string, type: string, content: string]];

const readEntry = async ([name, value]: [string, FormDataEntryValue]): Promise<Entry> => {
	if (typeof value === 'string') return [name, value];
	const content = Buffer.from(await value.arrayBuffer()).toString('latin1');
	return [name, [value.name, value.type, content]];
};

const listEntries = async ({ request }: RequestEvent): Promise<{ entries: Entry[] }> => ({
	entries: await Promise.all([...(await request.formData())].map(readEntry))
});

/** Reads bodies as an app does that is built with the server half of the package. */
export type Decode = (contentType: string | undefined, body: Buffer) => Promise<string[]>;

/** @returns a function whose lines are the entries that an action was given, or why it was given none */
export const createDecoder = async (): Promise<Decode> => {
	const { href } = pathToFileURL(resolve('dist/server.js'));
	const { createApp }: typeof import('../../src/server.ts') = await import(href);
	const app = createApp({
		routes: { '/': { page: { actions: { default: listEntries } } } },
		render: () => ''
	});
	return async (contentType, body) => {
		const headers = {
			...(contentType !== undefined && { 'content-type': contentType }),
			accept: JSON_TYPE,
			[ACTION_HEADER]: 'true',
			origin: 'http://app.test'
		};
		const request = new Request('http://app.test/', {
			method: 'POST',
			headers,
			body: new Uint8Array(body)
		});
		const result = deserialize(await (await app.fetch(request)).text());
		return result.type === 'success'
			? (result.data as { entries: Entry[] }).entries.map((entry) => JSON.stringify(entry))
			: [JSON.stringify(result)];
	};
};
