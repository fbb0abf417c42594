import { createContext, runInContext, type Context } from 'node:vm';
import { build, type BuildOptions } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Gone, mountApp } from './mount-app.ts';
import { itServesForms } from './mount-suite.ts';

type Handler = (request: Request) => Promise<Response>;

interface Scope {
	mountApp: typeof mountApp;
	server: typeof import('softpost/server');
	mounts: Record<'bun' | 'deno' | 'worker', (app: unknown) => any>;
}

/** What all of Workers, Deno and Bun have (WinterTC's Minimum Common API, as far as it concerns a server). */
const shared = [
	'AbortController AbortSignal Blob ByteLengthQueuingStrategy CompressionStream CountQueuingStrategy',
	'DOMException DecompressionStream Event EventTarget File FormData Headers MessageChannel ReadableStream',
	'Request Response TextDecoder TextDecoderStream TextEncoder TextEncoderStream TransformStream URL',
	'URLSearchParams WritableStream atob btoa clearInterval clearTimeout console crypto fetch performance',
	'queueMicrotask setInterval setTimeout structuredClone',
	// They are of another realm in a context, and streams hold those of this one.
	'ArrayBuffer Uint8Array'
];

/** As a bundler for Workers does it, without any module of Node to fall back on. */
const bundle = {
	bundle: true,
	platform: 'browser',
	conditions: ['workerd', 'worker', 'browser'],
	write: false,
	logLevel: 'error'
} satisfies BuildOptions;

const scopeOf = (globals: object = {}): Context => {
	const names = shared.join(' ').split(' ');
	const known = names.map((name) => [name, globalThis[name as keyof typeof globalThis]]);
	return createContext({ ...Object.fromEntries(known), ...globals });
};

let code = '';
beforeAll(async () => {
	const { outputFiles } = await build({ ...bundle, entryPoints: ['test/interop/fetch-only.js'] });
	code = outputFiles[0]!.text;
});

const run = (globals: object = {}): Scope => {
	const scope = scopeOf(globals);
	runInContext(code, scope);
	return scope as unknown as Scope;
};

/** How each kind calls the app, as the server of that kind would. */
const kinds: Record<string, (serve: (globals?: object) => Scope) => [Handler, Gone]> = {
	'a Worker'(scopeWith) {
		const { mountApp, mounts } = scopeWith();
		const { app, gone } = mountApp();
		const { fetch } = mounts.worker(app);
		const handler = (request: Request) => {
			const sent = new Request(request, { headers: new Headers(request.headers) });
			sent.headers.set('cf-connecting-ip', '203.0.113.7');
			return fetch(sent, {}, {});
		};
		return [handler, gone];
	},
	Deno(scopeWith) {
		let handler!: Handler;
		const serve = (_: object, given: (...args: unknown[]) => Promise<Response>) => {
			handler = (request) => given(request, { remoteAddr: { hostname: '203.0.113.7' } });
		};
		const { mountApp, mounts } = scopeWith({ Deno: { serve } });
		const { app, gone } = mountApp();
		mounts.deno(app);
		return [handler, gone];
	},
	Bun(scopeWith) {
		let handler!: Handler;
		const server = { requestIP: () => ({ address: '203.0.113.7' }) };
		const serve = ({ fetch }: { fetch: (...args: unknown[]) => Promise<Response> }) => {
			handler = (request) => fetch(request, server);
		};
		const { mountApp, mounts } = scopeWith({ Bun: { serve } });
		const { app, gone } = mountApp();
		mounts.bun(app);
		return [handler, gone];
	}
};

describe.each(Object.keys(kinds))(
	'softpost/server in %s, without a global or module of Node',
	(kind) => {
		let handler: Handler;
		let gone: Gone;
		beforeAll(() => {
			[handler, gone] = kinds[kind]!(run);
		});

		/** As a server does: the answer no longer matters to whom has gone. */
		const send = (request: Request): Promise<Response> =>
			Promise.race([
				handler(request),
				new Promise<never>((_, reject) => {
					request.signal.addEventListener('abort', () => reject(request.signal.reason));
				})
			]);

		itServesForms(() => ({ origin: 'http://app.example', send, address: '203.0.113.7', gone }));
	}
);

describe('softpost/page in a bundle for Workers', () => {
	it('is that of a server: the page of the request', async () => {
		const stdin = { contents: `export * from 'softpost/page'`, resolveDir: '.' };
		// It tries whether there is AsyncLocalStorage.
		const { metafile } = await build({
			...bundle,
			format: 'esm',
			external: ['node:async_hooks'],
			stdin,
			metafile: true
		});
		expect(Object.keys(metafile.inputs)).toContain('dist/page-server.js');
	});
});

describe('toNodeHandler without Node', () => {
	it('is there, and says what to use', () => {
		const { server, mountApp } = run();
		const { app } = mountApp();
		expect(() => server.toNodeHandler(app)).toThrow(/app\.fetch/);
	});
});
