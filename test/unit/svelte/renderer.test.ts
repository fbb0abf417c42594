import { describe, expect, it, vi } from 'vitest';
import type { PageData } from '../../../src/protocol/page-data.ts';
import { fromFiles } from '../../../src/svelte/from-files.ts';
import { createRenderer, type RendererOptions } from '../../../src/svelte-server.ts';
import { page as sharedPage, start } from '../../../src/svelte-ssr.ts';
import ErrorPage from './components/ErrorPage.svelte';
import Layout from './components/Layout.svelte';
import Page from './components/Page.svelte';
import SharedPage from './components/SharedPage.svelte';
import Thrower from './components/Thrower.svelte';

const TEMPLATE = '<!doctype html><head>%head%</head><body>%body%</body>';

const routes: RendererOptions['routes'] = {
	'/': { layout: { default: Layout }, page: { default: Page }, error: { default: ErrorPage } },
	'/shared/:id': { page: async () => ({ default: SharedPage }) },
	'/broken': { page: { default: Thrower } }
};

const pageOf = (page: Partial<PageData> = {}): PageData => ({
	route: '/',
	params: {},
	status: 200,
	layouts: [['/', { layout: 'root' }]],
	data: { title: 'Home' },
	error: null,
	form: null,
	...page
});

const rendered = async (
	page: Partial<PageData> = {},
	options: Partial<RendererOptions> = {},
	path = '/'
): Promise<string> =>
	createRenderer({ routes, template: TEMPLATE, ...options })({
		url: new URL(path, 'https://app.example'),
		page: pageOf(page)
	});

/** The document without the comments that hydration needs. */
const plain = (html: string): string => html.replace(/<!--.*?-->/g, '');

describe('a route without a component', () => {
	it.each([
		['that is not in the table', '/nowhere'],
		['that has actions alone', '/actions']
	])('%s is an error that says so', async (_what, route) => {
		const table = { ...routes, '/actions': { page: { actions: {} } as never } };
		await expect(rendered({ route }, { routes: table })).rejects.toMatchObject({
			code: 'no_component',
			data: { route }
		});
	});

	it('still has an error page', async () => {
		const error = { message: 'Teapot' };
		expect(await rendered({ route: '/nowhere', error, status: 418 })).toContain('Teapot');
	});
});

describe('the template', () => {
	it.each([
		['%head%', '<body>%body%</body>'],
		['%body%', '<head>%head%</head>']
	])('without %s is an error that says so', (placeholder, template) => {
		const make = () => createRenderer({ routes, template });
		expect(make).toThrow(expect.objectContaining({ code: 'template', data: { placeholder } }));
		expect(make).toThrow(placeholder);
	});

	it('gets head and body where it asks for them', async () => {
		const html = plain(await rendered());
		expect(html).toMatch(/<head>.*<title>Home<\/title>.*<\/head>/);
		expect(html).toContain('<section class="root"><h1>Home</h1>');
	});

	it('takes content as it is, whatever it looks like', async () => {
		const title = "$& $1 $` $' $$ %head% %body% %nonce%";
		const html = await rendered({ data: { title } }, { template: TEMPLATE + '%nonce%' });
		expect(html).toContain(title.replace('&', '&amp;'));
		expect(html.match(/<!doctype html>/g)).toHaveLength(1);
	});

	it('has one nonce in all places, new for each render', async () => {
		const template =
			'<script nonce="%nonce%"></script>%head%<script nonce="%nonce%"></script>%body%';
		const [one, other] = await Promise.all([
			rendered({}, { template }),
			rendered({}, { template })
		]);
		const noncesOf = (html: string) =>
			[...html.matchAll(/nonce="(.*?)"/g)].map(([, nonce]) => nonce!);
		expect(new Set(noncesOf(one)).size).toBe(1);
		expect(noncesOf(one)[0]).toMatch(/^[\w+/]{22}==$/);
		expect(noncesOf(one)[0]).not.toBe(noncesOf(other)[0]);
	});
});

describe('the page', () => {
	it('gets data, form and params', async () => {
		const html = plain(await rendered({ form: { missing: true }, params: { id: '7' } }));
		expect(html).toContain('<p id="form">{"missing":true}</p>');
		expect(html).toContain('<p id="params">{"id":"7"}</p>');
	});

	it('is that of the request in every component, also of renderings in flight at once', async () => {
		const paths = Array.from({ length: 10 }, (_, number) => `/shared/${number}`);
		const documents = await Promise.all(
			paths.map((path, number) =>
				rendered({ route: '/shared/:id', layouts: [], form: { sent: number } }, {}, path)
			)
		);
		documents.forEach((html, number) =>
			expect(plain(html)).toContain(`<h1>/shared/${number} /shared/:id ${number}</h1>`)
		);
		expect(sharedPage.url.href).toBe('about:blank');
	});

	it('is the boundary where there is an error', async () => {
		const html = plain(await rendered({ status: 404, error: { message: 'Not <here>' } }));
		expect(html).toContain('<section class="root"><strong>404 Not &lt;here></strong>');
		expect(html).toContain('<em>Not &lt;here></em>');
	});

	it('rejects when a component throws', async () => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		await expect(rendered({ route: '/broken' })).rejects.toThrow('broken in rendering');
		log.mockRestore();
	});
});

describe('the data block', () => {
	const blockOf = (html: string): string =>
		/<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(html)![1]!;

	it('carries the page to start', async () => {
		const block = blockOf(await rendered({ data: { title: 'Home', at: new Date(0) } }));
		expect(block).toContain('"Date","1970-01-01T00:00:00.000Z"');
	});

	it.each(['</script><script>alert(1)</script>', '<!--<script>', '<', '\u2028\u2029'])(
		'is not ended by %j',
		async (title) => {
			const html = await rendered({ data: { title } });
			const block = blockOf(html);
			expect(block).not.toMatch(/[<\u2028\u2029]/);
			expect(JSON.parse(block)).toMatchObject({ data: { title } });
			expect(html.slice(html.indexOf('<body>'))).not.toContain('alert(1)</script><script>');
		}
	);

	it('carries custom types', async () => {
		const transport = {
			Big: { encode: (value: unknown) => typeof value === 'function' && 'fn', decode: () => 1 }
		};
		const block = blockOf(await rendered({ data: { title: 'x', f: () => {} } }, { transport }));
		expect(block).toContain('["Big",');
	});

	it('is not ended by the name of a custom type', async () => {
		const name = '</script>';
		const transport = {
			[name]: { encode: (value: unknown) => typeof value === 'function' && 1, decode: () => 1 }
		};
		const block = blockOf(await rendered({ data: { title: 'x', f: () => {} } }, { transport }));
		expect(JSON.stringify(JSON.parse(block))).toContain(name);
	});

	it('rejects what cannot be written', async () => {
		await expect(rendered({ data: { title: 'x', f: () => {} } })).rejects.toThrow();
	});
});

it('start says on a server where it runs', async () => {
	await expect(start({ routes })).rejects.toMatchObject({ code: 'browser_only' });
});

describe("SvelteKit's template", () => {
	const template =
		'<head>%sveltekit.head%</head><body><div style="display: contents">%sveltekit.body%</div><img src="%sveltekit.assets%/a.png" nonce="%sveltekit.nonce%"></body>';

	it('means the same', async () => {
		const html = plain(await rendered({}, { template, base: '/app' }));
		expect(html).toMatch(/<head><title>Home<\/title><\/head>/);
		expect(html).toContain('<div style="display: contents"><section class="root"><h1>Home</h1>');
		expect(html).toMatch(/<img src="\/app\/a\.png" nonce="[\w+/=]+">/);
		expect(html).not.toContain('%');
	});
});

describe('styles and chunks', () => {
	const files = {
		'/routes/+layout.svelte': { default: Layout },
		'/routes/+page.svelte': { default: Page },
		'/routes/+error.svelte': { default: ErrorPage },
		'/routes/shared/[id]/+page.svelte': { default: SharedPage }
	};
	/** Names its files in place of their styles. */
	const assets: RendererOptions['assets'] = (shown) => ({
		styles: shown.map((file) => ({ href: `${file}.css?a&b` })),
		preloads: shown.map((file) => `${file}.js`),
		scripts: ['/start.js']
	});
	const options = { routes: fromFiles(files), assets };

	it('are those of layouts, page and boundary, in this order', async () => {
		const html = await rendered({}, options);
		expect(
			[...html.matchAll(/<link rel="stylesheet" href="(.*?)">/g)].map(([, url]) => url)
		).toEqual(['layout', 'page', 'error'].map((name) => `/routes/+${name}.svelte.css?a&amp;b`));
		expect(
			html.match(/<link rel="modulepreload" href="\/routes\/\+\w+\.svelte\.js">/g)
		).toHaveLength(3);
		expect(html).toMatch(/<script type="module" src="\/start.js"><\/script>.*<title>/);
	});

	it('of an error are those of the layouts around its boundary', async () => {
		const error = { message: 'Gone' };
		const html = await rendered({ error, status: 410 }, options);
		expect(html).toContain('+error.svelte.css');
		expect(html).toContain('+layout.svelte.css');
		expect(html).not.toContain('+page.svelte');
	});

	it('have the nonce where the template has one', async () => {
		expect(await rendered({}, options)).not.toContain('nonce');
		const html = await rendered({}, { ...options, template: `<i title="%nonce%">${TEMPLATE}` });
		const [, nonce] = /<i title="(.+?)">/.exec(html)!;
		const elements = html.match(/<(link|meta|script type="module")[^>]*>/g)!;
		expect(elements).toHaveLength(8);
		for (const element of elements) expect(element).toContain(`nonce="${nonce}"`);
	});

	it('may be texts, which end no element', async () => {
		const html = await rendered(
			{},
			{
				...options,
				assets: () => ({
					styles: [{ id: '/a.css', css: 'a{content:"</style><b>"}' }],
					preloads: [],
					scripts: []
				})
			}
		);
		expect(html).toContain('<style data-vite-dev-id="/a.css">a{content:"<\\/style><b>"}</style>');
	});
});
