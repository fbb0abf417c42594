import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { serve } from '../browser/serve.ts';
import type { Answer, Page, Row } from './row.ts';
import { nameIn, nameInMarkup, ways, type Way, type WayName } from './ways.ts';

const names = Object.keys(ways) as WayName[];

const renderPage = (
	{ name, html = '', head = '', body, doctype, title, bare }: Page,
	{ head: added, body: attributes = '' }: Way
): string =>
	`${doctype ?? '<!doctype html>'}<html data-page="${name}" ${html}><head>${
		bare ? '' : '<meta charset="utf-8">'
	}<link rel="icon" href="data:,">${head}<title>${title ?? name}</title>${added}</head><body${
		attributes && ` ${attributes}`
	}>${nameIn(name)}${nameInMarkup(body)}</body></html>`;

/** Markup in an encoding that keeps ASCII as it is. */
const nameInBytes = (bytes: Buffer): Buffer =>
	Buffer.from(nameInMarkup(bytes.toString('latin1')), 'latin1');

/** What the server knows of one run of one row. */
export class Run {
	readonly row: Row;
	readonly way: WayName;
	/** What was asked for, without scripts and styles. */
	readonly requests: string[] = [];
	readonly #session: Record<string, string> = {};
	readonly #posted: Record<string, string> = {};
	readonly #counts: Record<string, number> = {};
	/** The body of the last POST, and what its headers say. */
	#sent = '';
	#headers: IncomingHttpHeaders = {};
	#release: (() => void) | undefined;
	readonly #held: Promise<void>;
	/** Whether the server was asked for the held answer. */
	isHolding = false;

	constructor(row: Row, way: WayName) {
		this.row = row;
		this.way = way;
		this.#held = new Promise((resolve) => (this.#release = resolve));
	}

	/** Lets the held answer go. */
	release(): void {
		this.#release?.();
	}

	/** `{n}` counts the requests for this address, `{nonce}` is new each time, as are tokens. */
	#fill(text: string, key: string, nonce: string, origins: Record<string, string>): string {
		return text.replace(/\{(\w+)(?:\.([\w-]+))?\}/g, (all, kind: string, name = '') => {
			switch (kind) {
				case 'n':
					return String(this.#counts[key]);
				case 'nonce':
					return nonce;
				case 'token':
					return `token-${this.#counts[key]}-${key.length}`;
				case 'session':
					return this.#session[name] ?? '';
				case 'spend': {
					const value = this.#session[name] ?? '';
					delete this.#session[name];
					return value;
				}
				case 'post':
					return this.#posted[name] ?? '';
				case 'sent':
					return this.#sent;
				case 'header':
					return String(this.#headers[name] ?? 'none')
						.replace(/\/\/[\w.]+:\d+/, '')
						.replace(/boundary=.+/, 'boundary');
				case 'script':
					return ways[this.way].head;
				case 'origin':
					return origins[name] ?? all;
				default:
					return all;
			}
		});
	}

	async answer(
		key: string,
		{ body, headers }: { body: Buffer; headers: IncomingHttpHeaders },
		response: ServerResponse,
		origins: Record<string, string>
	): Promise<void> {
		this.requests.push(key);
		const [method = '', path = ''] = key.split(' ');
		const known = this.row.site[key] ?? this.row.site[`${method} ${path.split('?')[0]}`];
		if (!known)
			return void response.writeHead(404, { 'content-type': 'text/html' }).end(`no ${key}`);
		this.#counts[key] = (this.#counts[key] ?? 0) + 1;
		if (method === 'POST') this.#notePost(body, headers);
		if (known.held) {
			this.isHolding = true;
			await this.#held;
		}
		const nonce = Buffer.from(`${key} ${this.#counts[key]}`).toString('base64url');
		const fill = (text: string): string => this.#fill(text, key, nonce, origins);
		Object.assign(
			this.#session,
			Object.fromEntries(
				Object.entries(known.session ?? {}).map(([name, value]) => [name, fill(value)])
			)
		);
		this.#write(known, fill, response);
	}

	#notePost(body: Buffer, headers: IncomingHttpHeaders): void {
		const text = body.toString('latin1');
		for (const [name, value] of new URLSearchParams(text)) this.#posted[name] = value;
		const [, boundary] = /boundary=(.+)/.exec(headers['content-type'] ?? '') ?? [];
		// Text of the page: escape its markup.
		this.#sent = (boundary ? text.replaceAll(boundary, 'boundary') : text).replaceAll('<', '‹');
		this.#headers = headers;
	}

	#write(answer: Answer, fill: (text: string) => string, response: ServerResponse): void {
		const {
			status = 200,
			type = 'text/html; charset=utf-8',
			headers = {},
			page,
			body,
			encoding
		} = answer;
		const text = fill(page ? renderPage(page, ways[this.way]) : nameInMarkup(body ?? ''));
		const bytes = answer.bytes
			? nameInBytes(Buffer.from(answer.bytes, 'base64'))
			: Buffer.from(text, encoding ?? 'utf8');
		response.statusCode = status;
		if (type) response.setHeader('content-type', type);
		for (const [name, value] of Object.entries(headers))
			response.setHeader(name, Array.isArray(value) ? value : fill(value));
		if (answer.slowly) return void writeSlowly(response, bytes);
		if (!answer.broken) return void response.end(bytes);
		response.setHeader('content-length', bytes.length + 100);
		response.write(bytes, () => setTimeout(() => response.destroy(), 50));
	}
}

/** Some bytes at a time, which end anywhere: within a tag, within a character. */
const writeSlowly = async (response: ServerResponse, bytes: Buffer): Promise<void> => {
	const step = Math.ceil(bytes.length / 9);
	for (let at = 0; at < bytes.length; at += step) {
		response.write(bytes.subarray(at, at + step));
		await new Promise((resolve) => setTimeout(resolve, 15));
	}
	response.end();
};

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
};

/** Files of the pages, whose requests do not count. */
const ASSETS: Record<string, string | Buffer> = {
	'/assets/classic.js': 'log("classic");',
	'/assets/deferred.js': 'log("deferred " + document.readyState);',
	'/assets/module.js': 'log("module " + document.readyState);',
	'/assets/slow.js': 'log("slow");',
	'/assets/lexical.js': 'const external = 1; log("lexical " + external);',
	'/assets/global.js': 'var seen = (window.seen || 0) + 0; log("global");',
	'/assets/latin1.js': Buffer.from('document.title = "Größe"', 'latin1'),
	'/assets/throws.js': 'log("before"); throw new Error("on purpose");',
	'/assets/style.css': 'h1 { text-transform: uppercase }'
};

/** A server for all rows: `/3/` is the site of the fourth, seen in the way that its host says. */
export interface AnyPageSite {
	/** Begins a run, with nothing remembered. */
	begin(index: number, way: WayName): Run;
	urlOf(index: number, way: WayName): string;
	close(): Promise<void>;
}

export const serveRows = async (rows: Row[]): Promise<AnyPageSite> => {
	const runs = new Map<string, Run>();
	const origins: Record<string, string> = {};
	const other = await serve((request, response) => {
		response.setHeader('content-type', 'text/html');
		if (request.url === '/open') {
			response.setHeader('access-control-allow-origin', '*');
			response.setHeader(
				'access-control-allow-headers',
				'*, x-sveltekit-action, x-softpost-submission'
			);
		}
		response.end(
			'<!doctype html><html data-page="other"><title>other</title><h1>Another site</h1>'
		);
	});
	origins.other = other.url;

	const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const { pathname, search } = new URL(request.url!, 'http://a');
		const host = request.headers.host?.split(':')[0];
		const way = names.find((name) => ways[name].host === host);
		const body = await bodyOf(request);
		if (/^\/softpost[\w.-]*\.js(\.map)?$/.test(pathname)) {
			response.setHeader('content-type', 'text/javascript');
			return void response.end(await readFile(`dist${pathname}`));
		}
		if (pathname.startsWith('/peers/')) {
			response.setHeader('content-type', 'text/javascript');
			const file = `test/any-page/peers/node_modules/${pathname.slice('/peers/'.length)}`;
			return void response.end(await readFile(file));
		}
		const asset = ASSETS[pathname];
		if (asset !== undefined) {
			response.setHeader(
				'content-type',
				pathname.endsWith('.css') ? 'text/css' : 'text/javascript'
			);
			if (pathname.includes('slow')) await new Promise((resolve) => setTimeout(resolve, 100));
			return void response.end(asset);
		}
		const [, index = '', path = ''] = /^\/(\d+)(\/.*)$/.exec(pathname) ?? [];
		const run = runs.get(`${index} ${way}`);
		if (!run) return void response.writeHead(404).end();
		await run.answer(
			`${request.method} ${path}${search}`,
			{ body, headers: request.headers },
			response,
			{
				...origins,
				own: `http://${request.headers.host}/${index}`
			}
		);
	};
	const site = await serve((request, response) => void answer(request, response));
	const port = new URL(site.url).port;
	return {
		begin(index, way) {
			const run = new Run(rows[index]!, way);
			runs.set(`${index} ${way}`, run);
			return run;
		},
		urlOf: (index, way) => `http://${ways[way].host}:${port}/${index}/`,
		close: async () => void (await Promise.all([site.close(), other.close()]))
	};
};
