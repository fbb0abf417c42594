import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { getRequestEvent, read } from '../../../src/sveltekit/server.ts';
import { getRequestEvent as inBrowser } from '../../../src/sveltekit/server-browser.ts';
import { sequence } from '../../../src/sveltekit/hooks.ts';
import { error, type Handle } from '../../../src/server.ts';
import { testApp } from '../server/setup.ts';

const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Code that is called from everywhere and was given nothing. */
const visitor = async (): Promise<string> => {
	await later();
	return getRequestEvent().url.searchParams.get('name') ?? '';
};

const catchError = (run: () => unknown): any => {
	try {
		return run();
	} catch (thrown) {
		return thrown;
	}
};

describe('getRequestEvent', () => {
	const seen: string[] = [];
	const { visit, enhanced, send } = testApp(
		{
			'/': {
				layout: { load: async () => ({ layout: await visitor() }) },
				page: {
					load: async () => ({ page: await visitor() }),
					actions: { default: async () => ({ action: await visitor() }) }
				}
			},
			'/api': { endpoint: { GET: async () => new Response(await visitor()) } }
		},
		{
			handle: async ({ event, resolve }) => {
				seen.push(await visitor());
				return resolve(event);
			}
		}
	);

	it('knows the request in handle, in every load, in an action and in an endpoint', async () => {
		const page = await (await visit('/?name=Ada')).json();
		expect([page.layouts[0][1], page.data]).toEqual([{ layout: 'Ada' }, { page: 'Ada' }]);
		expect(await (await enhanced('/?name=Eve')).text()).toContain('Eve');
		expect(await (await send('/api?name=Bob')).text()).toBe('Bob');
		expect(seen).toEqual(['Ada', 'Eve', 'Bob']);
	});

	it('knows the first request that brings its module along', async () => {
		vi.resetModules();
		const { createApp: fresh } = await import('../../../src/server.ts');
		const lazy = async () => {
			const { getRequestEvent: late } = await import('../../../src/sveltekit/server.ts');
			const path = async () => (await later(), { path: late().url.pathname });
			return { load: path, actions: { default: path } };
		};
		const app = fresh({
			routes: { '/first': { page: lazy } },
			render: ({ page }) => String(page.data?.path)
		});
		const response = await app.fetch(new Request('http://localhost/first'));
		expect(await response.text()).toBe('/first');
	});

	it('never mixes up two requests that are answered at once', async () => {
		const names = ['Ada', 'Eve', 'Bob', 'Kim'];
		const pages = await Promise.all(names.map((name) => visit(`/?name=${name}`)));
		const data = await Promise.all(pages.map(async (page) => (await page.json()).data.page));
		expect(data).toEqual(names);
	});

	it('says what to do outside of a request, and in a browser', () => {
		expect(catchError(() => getRequestEvent())).toMatchObject({
			code: 'no_request',
			message: expect.stringContaining('outside of a request')
		});
		expect(catchError(() => inBrowser())).toMatchObject({ code: 'no_request' });
	});

	it('read says what to do instead', () => {
		expect(catchError(() => read('/file.txt'))).toMatchObject({ code: 'unsupported' });
	});
});

describe('sequence', () => {
	const note =
		(name: string, notes: string[]): Handle =>
		async ({ event, resolve }) => {
			notes.push(`${name} begins`);
			const response = await resolve(event, {
				transformPageChunk: ({ html }) => `${name}(${html})`
			});
			notes.push(`${name} ends`);
			return response;
		};

	const textOf = async (handle: Handle): Promise<string> => {
		const { visit } = testApp({ '/': { page: {} } }, { handle, render: () => 'page' });
		return (await visit('/')).text();
	};

	it('runs one inside the other; the page is changed from the inside out', async () => {
		const notes: string[] = [];
		expect(await textOf(sequence(note('first', notes), note('second', notes)))).toBe(
			'first(second(page))'
		);
		expect(notes).toEqual(['first begins', 'second begins', 'second ends', 'first ends']);
	});

	it('hands on the options of one that is alone with them, and a text that is left as it is', async () => {
		const plain: Handle = ({ event, resolve }) => resolve(event);
		const silent: Handle = ({ event, resolve }) =>
			resolve(event, { transformPageChunk: () => undefined });
		expect(await textOf(sequence(plain, note('one', []), plain))).toBe('one(page)');
		expect(await textOf(sequence(note('one', []), silent))).toBe('one(page)');
		expect(await textOf(sequence())).toBe('page');
	});

	it('passes on the event that a handler makes, and stops if one responds or throws', async () => {
		const other: Handle = ({ event, resolve }) =>
			resolve({ ...event, locals: { name: 'other' } } as never);
		const tell: Handle = ({ event }) => new Response((event.locals as { name: string }).name);
		const never: Handle = () => error(500, 'never');
		expect(await textOf(sequence(other, tell, never))).toBe('other');
	});
});

describe('the modules of src/sveltekit', () => {
	it('are imported by nothing else', () => {
		const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
			(file) => file.endsWith('.ts') && !/^(sveltekit|vite)/.test(file)
		);
		expect(files.length).toBeGreaterThan(100);
		const importing = files.filter((file) =>
			/from '[^']*\/sveltekit\//.test(readFileSync(`src/${file}`, 'utf8'))
		);
		expect(importing).toEqual([]);
	});
});
