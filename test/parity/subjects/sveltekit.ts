import type { IncomingMessage, RequestListener } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve } from '../../browser/serve.ts';
import type { Answer, PageParts, Subject } from '../subject.ts';
import { isFetched, PEERS, scriptAnswer, versionOf } from '../peers/package.ts';
import { subject as softpost } from './softpost.ts';

/** The app in test/peers/parity, as adapter-node built it. */
const { href } = pathToFileURL(resolve(PEERS, 'parity/build/handler.js'));
const { handler }: { handler: RequestListener } = await import(href);

/** What the pages that are being made are made of, by the query of their requests. */
const pending = new Map<string, PageParts>();

const site = await serve((request, response) => {
	const parts = pending.get(request.url?.split('?')[1] ?? '');
	// It gets to the app's hook by `event.platform.req`.
	handler(Object.assign(request, { parts }) satisfies IncomingMessage, response);
});

const page = async (parts: PageParts): Promise<string> => {
	const id = `${Math.random()}`;
	pending.set(id, parts);
	const response = await fetch(`${site.url}/any/page?${id}`);
	pending.delete(id);
	return response.text();
};

/** A script of the app. */
const asset = async ({ pathname }: URL): Promise<Answer | undefined> => {
	if (!pathname.startsWith('/_app/')) return undefined;
	const response = await fetch(site.url + pathname);
	return { ...scriptAnswer(await response.text()), status: response.status };
};

export const subject: Subject = {
	name: 'SvelteKit',
	version: await versionOf('@sveltejs/kit'),
	page,
	isEnhanced: isFetched,
	// It is SvelteKit's own wire.
	answer: softpost.answer,
	serve: asset,
	close: site.close
};
