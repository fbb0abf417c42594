import { gzipSync } from 'node:zlib';
import { answerPage, form, formPage, type Answer, type Page, type Row, type Step } from '../row.ts';
import { nameInMarkup } from '../ways.ts';

const markup = (text: string, head = ''): string =>
	`<!doctype html><html data-page="answer"><head><meta charset="utf-8">${head}<title>t</title></head><body><h1>${text}</h1></body></html>`;

const answered = (name: string, answer: Answer, more: Partial<Row> = {}): Row => ({
	name: `response: ${name}`,
	site: { 'GET /': formPage(), 'POST /answer': answer },
	...more
});

const sent: Step[] = [
	{ click: '#go' },
	{ until: `!document.querySelector('[aria-busy]')` },
	{ page: 'form' }
];

const shown: Partial<Row> = {
	steps: [{ click: '#go' }, { until: `!document.documentElement.dataset.page` }],
	differs: { blob: true },
	native: true
};

const PNG =
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const GIF = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

const types: Row[] = [
	answered('gzip', {
		headers: { 'content-encoding': 'gzip' },
		bytes: gzipSync(nameInMarkup(markup('Grüße'))).toString('base64')
	}),
	answered('a type with a semicolon at its end', { type: 'text/html;', body: markup('x') }),
	answered('a charset in half a quotation', {
		type: 'text/html; charset="utf-8',
		body: markup('Grüße')
	}),
	answered('two types', { type: 'text/plain, text/html', body: markup('x') }),
	answered('HTML without a type, behind white space', { type: null, body: `\n \t${markup('x')}` }),
	answered('HTML without a type, behind a comment', {
		type: null,
		body: `<!-- c -->${markup('x')}`
	}),
	answered('HTML without a type, which begins with XML', {
		type: null,
		body: `<p data-x>${markup('x')}`
	}),
	answered(
		'HTML without a type, nosniff',
		{ type: null, headers: { 'x-content-type-options': 'nosniff' }, body: markup('no markup') },
		{ ...shown, without: { webkit: 'guesses the type' } }
	),
	answered('a PNG without a type', { type: null, bytes: PNG }, shown),
	answered('a GIF without a type', { type: null, bytes: GIF }, shown),
	answered(
		'plain text that is binary',
		{ type: 'text/plain', bytes: Buffer.from([0, 1, 2, 3]).toString('base64') },
		{ steps: sent }
	),
	answered(
		'plain text that is binary, nosniff',
		{ type: 'text/plain', headers: { 'x-content-type-options': 'nosniff' }, body: 'a\u0001b' },
		shown
	),
	answered('HTML as plain text', { type: 'text/plain', body: '<h1>no markup</h1>' }, shown),
	answered('CSS', { type: 'text/css', body: 'a {}' }, shown),
	answered('JavaScript', { type: 'text/javascript', body: 'var a = 1' }, shown),
	answered(
		'CSV',
		{ type: 'text/csv', body: 'a,b' },
		{ steps: sent, without: { webkit: 'leaves the page for it' } }
	),
	answered('an unknown type', { type: 'application/x-of-my-own', body: 'x' }, { steps: sent }),
	answered(
		'a text shown inline under a name',
		{
			type: 'text/plain',
			headers: { 'content-disposition': 'inline; filename="a.txt"' },
			body: 'text'
		},
		shown
	),
	answered(
		'an attachment with status 400',
		{ status: 400, headers: { 'content-disposition': 'attachment; filename=a.html' }, body: 'x' },
		{ steps: sent, without: { chromium: 'shows an error of its own' } }
	),
	answered(
		'XHTML that is malformed',
		{
			type: 'application/xhtml+xml',
			body: '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>before</p><p>open</body></html>'
		},
		{
			without: { firefox: 'shows the error without the page' },
			steps: [
				{ click: '#go' },
				{ until: `!document.forms.length && document.readyState === 'complete'` }
			]
		}
	)
];

const statuses: Row[] = [300, 305, 306].map((status) =>
	answered(`a page with status ${status}`, answerPage({}, { status }))
);

const unchanged: Row[] = [
	answered(
		'status 304, without anything that was cached',
		{ status: 304, type: null },
		{ steps: sent, without: { firefox: 'shows an error of its own' } }
	)
];

const headed = (name: string, headers: Answer['headers'], page: Partial<Page> = {}): Row =>
	answered(name, answerPage(page, { headers: headers! }));

const headers: Row[] = [
	headed('cookies that are set, replaced and deleted', {
		'set-cookie': [
			'a=1; Path=/',
			'a=2; Path=/',
			'b=3; Path=/',
			'b=; Path=/; Max-Age=0',
			'c=4; HttpOnly'
		]
	}),
	{
		name: 'response: a cookie that a redirect sets is sent to the next page',
		site: {
			'GET /': formPage({ head: `<script>document.cookie = 'own=1; path=/'</script>` }),
			'POST /answer': {
				status: 303,
				headers: { location: 'done', 'set-cookie': 'user=ann; Path=/; SameSite=Strict' }
			},
			'GET /done': { page: { name: 'answer', body: '{header.cookie}' } }
		}
	},
	headed('a canonical address elsewhere', {
		'content-location': '/elsewhere',
		link: '</other>; rel="canonical"'
	}),
	headed('x-frame-options and permissions-policy', {
		'x-frame-options': 'DENY',
		'permissions-policy': 'camera=()'
	}),
	headed(
		'clear-site-data: cookies',
		{ 'clear-site-data': '"cookies"' },
		{ head: '<script>document.cookie = "after=1; path=/"</script>' }
	),
	headed(
		'two content languages',
		{ 'content-language': 'de, en' },
		{ head: '<style>:lang(de) h1 { text-transform: uppercase }</style>' }
	),
	headed(
		'last-modified',
		{ 'last-modified': 'Sat, 06 Jan 2024 13:04:05 GMT' },
		{ body: '<p>Changed <script>document.write(document.lastModified)</script></p>' }
	),
	headed('www-authenticate with status 200', { 'www-authenticate': 'Basic realm="x"' }),
	{
		name: 'response: 401 with a scheme that browsers do not know',
		site: {
			'GET /': formPage(),
			'POST /answer': answerPage({}, { status: 401, headers: { 'www-authenticate': 'Bearer' } })
		}
	},
	{
		name: 'response: Refresh to the page itself',
		site: {
			'GET /': formPage({ body: form('', 'method="post" action="wait"') }),
			'POST /wait': { headers: { refresh: '1' }, page: { name: 'wait', body: 'wait' } },
			'GET /wait': { page: { name: 'answer', body: 'ready' } }
		},
		native: true
	},
	{
		name: 'response: Refresh to a fragment',
		without: { webkit: 'does not stay on the answer' },
		site: {
			'GET /': formPage(),
			'POST /answer': answerPage(
				{ body: '<p style="height:3000px"></p><h2 id="part">Part</h2>' },
				{ headers: { refresh: '0; url=#part' } }
			)
		},
		steps: [{ click: '#go' }, { page: 'answer' }, { until: `location.hash === '#part'` }]
	}
];

const redirect = (name: string, site: Row['site'], more: Partial<Row> = {}): Row => ({
	name: `redirect: ${name}`,
	site: { 'GET /': formPage(), ...site },
	...more
});

const redirects: Row[] = [
	redirect('307, then 303', {
		'POST /answer': { status: 307, headers: { location: 'second' } },
		'POST /second': {
			status: 303,
			headers: { location: 'done' },
			session: { flash: '{post.name}' }
		},
		'GET /done': { page: { name: 'answer', body: '{spend.flash}' } }
	}),
	redirect('ten, one after the other', {
		'POST /answer': { status: 303, headers: { location: 'r1' } },
		...Object.fromEntries(
			Array.from({ length: 10 }, (_, index) => [
				`GET /r${index + 1}`,
				{ status: 302, headers: { location: index < 9 ? `r${index + 2}` : 'done' } }
			])
		),
		'GET /done': { page: { name: 'answer', body: 'done' } }
	}),
	redirect('with a body that is not shown', {
		'POST /answer': { status: 303, headers: { location: 'done' }, body: '<h1>Moved</h1>' },
		'GET /done': { page: { name: 'answer', body: 'done' } }
	}),
	redirect(
		'to text',
		{
			'POST /answer': { status: 303, headers: { location: 'text' } },
			'GET /text': { type: 'text/plain', body: 'text' }
		},
		shown
	),
	redirect('to a page in another encoding', {
		'POST /answer': { status: 303, headers: { location: 'latin' } },
		'GET /latin': {
			type: 'text/html; charset=iso-8859-1',
			body: '<!doctype html><html data-page="answer"><p>Größe</p>',
			encoding: 'latin1'
		}
	}),
	redirect('to a page with an error', {
		'POST /answer': { status: 303, headers: { location: 'broken' } },
		'GET /broken': { status: 500, page: { name: 'answer', body: 'broken' } }
	}),
	redirect('to an address with the host alone', {
		'POST /answer': { status: 303, headers: { location: '{origin.own}/done?x=1' } },
		'GET /done': { page: { name: 'answer', body: 'done' } }
	}),
	redirect('to an XHTML page', {
		'POST /answer': { status: 303, headers: { location: 'x' } },
		'GET /x': {
			type: 'application/xhtml+xml',
			body: '<html xmlns="http://www.w3.org/1999/xhtml" data-page="answer"><head><title>x</title></head><body><p>x</p></body></html>'
		}
	}),
	redirect(
		'an upload with a file, by 307',
		{
			'GET /': formPage({
				body: form(
					'<input type="file" name="f">',
					'method="post" action="answer" enctype="multipart/form-data"'
				)
			}),
			'POST /answer': { status: 307, headers: { location: 'second' } },
			'POST /second': { page: { name: 'answer', body: '<pre>{sent}</pre>' } }
		},
		{
			steps: [{ choose: '[type=file]', file: 'a "b" ü.txt' }, { click: '#go' }, { page: 'answer' }]
		}
	)
];

const charsets: Row[] = (
	[
		['iso-2022-kr, which browsers refuse', 'text/html; charset=iso-2022-kr', Buffer.from('abc')],
		['iso-2022-jp', 'text/html; charset=iso-2022-jp', Buffer.from('\x1b$B4A;z\x1b(B', 'latin1')],
		['x-user-defined', 'text/html; charset=x-user-defined', Buffer.from([0x61, 0xe4])],
		['macintosh', 'text/html; charset=macintosh', Buffer.from([0x8a])],
		['ibm866', 'text/html; charset=ibm866', Buffer.from([0x80])],
		['utf-7, which browsers do not know', 'text/html; charset=utf-7', Buffer.from('+AOQ-')]
	] as [string, string, Buffer][]
).map(([name, type, bytes]) => ({
	name: `charset: ${name}`,
	site: {
		'GET /': formPage(),
		'POST /answer': {
			type,
			bytes: Buffer.concat([
				Buffer.from('<!doctype html><html data-page="answer"><body><h1>'),
				bytes,
				Buffer.from('</h1>')
			]).toString('base64')
		}
	},
	steps: [
		{ click: '#go' },
		{ until: `!document.forms.length && document.readyState === 'complete'` }
	]
}));

const pages: Row[] = [
	{
		name: 'charset: a form page in latin1 sends latin1',
		site: {
			'GET /': {
				type: 'text/html; charset=iso-8859-1',
				encoding: 'latin1',
				page: { ...formPage({ body: form('<input name="u" value="ü">') }).page!, bare: true }
			},
			'POST /answer': answerPage({ body: '{sent}' })
		},
		native: true
	},
	{
		name: 'charset: a form page in latin1 sends ASCII',
		site: {
			'GET /': {
				type: 'text/html; charset=iso-8859-1',
				encoding: 'latin1',
				page: { ...formPage().page!, bare: true }
			},
			'POST /answer': answerPage({ body: '{sent} Grüße' })
		}
	},
	...['<style>', '<script>', '<!--'].map((opening): Row => ({
		name: `charset: a <meta> far behind ${opening} in the head`,
		site: {
			'GET /': formPage(),
			'POST /answer': {
				type: 'text/html',
				body: `<!doctype html><html data-page="answer"><head>${opening}${' '.repeat(5000)}${opening === '<!--' ? '-->' : opening.replace('<', '</')}<meta charset="utf-8"></head><body>Grüße</body></html>`
			}
		}
	})),
	{
		name: 'charset: a <meta> far behind a comment, without a head',
		site: {
			'GET /': formPage(),
			'POST /answer': {
				type: 'text/html',
				body: `<!doctype html><html data-page="answer"><!--${' '.repeat(5000)}--><meta charset="utf-8"><p>Grüße`
			}
		}
	},
	{
		name: 'charset: a script of a latin1 page in answer',
		site: {
			'GET /': formPage(),
			'POST /answer': {
				type: 'text/html; charset=iso-8859-1',
				encoding: 'latin1',
				body: '<!doctype html><html data-page="answer"><script src="/assets/latin1.js"></script><p>x</p>'
			}
		}
	}
];

/** Responses that are rare. */
export const oddAnswers: Row[] = [
	...types,
	...statuses,
	...unchanged,
	...headers,
	...redirects,
	...charsets,
	...pages
];
