import { answerPage, form, formPage, type Row, type Step } from '../row.ts';

const again: Step[] = [{ click: '#go' }, { page: 'answer' }];

/** A redirect to a page that shows how often it was requested. */
const countingSite: Row['site'] = {
	'GET /': formPage(),
	'POST /answer': { status: 303, headers: { location: 'done' } },
	'GET /done': answerPage({ body: '{n}' })
};

/** What headers say of a page, and how it comes. */
export const headers: Row[] = [
	...(
		[
			['content-disposition: inline', { 'content-disposition': 'inline; filename="x.html"' }],
			['content-disposition without a type', { 'content-disposition': 'filename=x.html' }],
			['nosniff', { 'x-content-type-options': 'nosniff' }],
			['content-language', { 'content-language': 'de' }],
			['link preload', { link: '</assets/style.css>; rel=preload; as=style' }],
			['clear-site-data', { 'clear-site-data': '"storage"' }],
			['referrer-policy no-referrer', { 'referrer-policy': 'no-referrer' }],
			['report only policy', { 'content-security-policy-report-only': "script-src 'none'" }]
		] as [string, Record<string, string>][]
	).map(([name, headers]): Row => ({
		name: `header: ${name}`,
		site: {
			'GET /': formPage(),
			'POST /answer': answerPage(
				{
					head: `<script>window.logs = [document.referrer === '' || 'ref', getComputedStyle(document.documentElement).textTransform]</script><style>:lang(de) h1 { text-transform: uppercase }</style>`
				},
				{ headers }
			)
		}
	})),
	{
		name: 'status 302 without Location',
		site: { 'GET /': formPage(), 'POST /answer': answerPage({}, { status: 302 }) }
	},
	{
		name: 'bit by bit',
		site: {
			'GET /': formPage(),
			'POST /answer': answerPage(
				{ body: `<p>${'Grüße 漢字 '.repeat(200)}</p><script>document.title = 'whole'</script>` },
				{ slowly: true }
			)
		}
	},
	{
		name: 'bit by bit, behind a redirect',
		site: {
			'GET /': formPage(),
			'POST /answer': { status: 303, headers: { location: 'done' } },
			'GET /done': answerPage({}, { slowly: true })
		}
	},
	{
		name: 'reload after a redirect',
		site: countingSite,
		steps: [
			...again,
			{ run: 'setTimeout(() => location.reload())' },
			{ until: `document.body.innerText === '2'` },
			{ page: 'answer' }
		],
		native: true
	},
	{
		name: 'back at once after a reload, before the script listens, and forward',
		site: countingSite,
		steps: [
			...again,
			{ run: 'setTimeout(() => location.reload())' },
			{ until: `document.body?.innerText === '2'` },
			{ go: 'back' },
			{ page: 'form' },
			{ go: 'forward' },
			{ page: 'answer' }
		],
		native: true,
		without: { webkit: 'keeps the answer in memory; softpost asks for it again' }
	},
	{
		name: 'a link clicked while a form is in flight',
		site: {
			'GET /': formPage({ body: `${form()}<a id="link" href="third">x</a>` }),
			'POST /answer': answerPage({}, { held: true }),
			'GET /third': { page: { name: 'third', body: 'third' } }
		},
		steps: [
			{
				run: `document.forms[0].addEventListener('submit', () => setTimeout(() => document.getElementById('link').click(), 1000))`
			},
			{ click: '#go' },
			{ page: 'third' },
			{ release: 50 },
			{ run: `setTimeout(() => (window.waited = true), 200)` },
			{ until: 'window.waited' }
		],
		native: true
	},
	{
		name: 'scrollRestoration manual',
		site: {
			'GET /': formPage({
				head: `<script>history.scrollRestoration = 'manual'</script>`,
				body: '<p style="height:3000px"></p>' + form()
			}),
			'POST /answer': answerPage()
		},
		steps: [...again, { go: 'back' }, { page: 'form' }]
	},
	{
		name: 'scrollRestoration manual is not for the page in answer',
		site: {
			'GET /': formPage({ head: `<script>history.scrollRestoration = 'manual'</script>` }),
			'POST /answer': answerPage({
				body: '<script>document.write(history.scrollRestoration)</script>'
			})
		}
	},
	{
		name: 'back to where it was scrolled',
		site: {
			'GET /': formPage({ body: '<p style="height:3000px"></p>' + form() }),
			'POST /answer': answerPage()
		},
		steps: [...again, { go: 'back' }, { page: 'form' }]
	},
	{
		name: 'back brings back fields of all types',
		without: { webkit: 'brings back no secrets where it is driven' },
		site: {
			'GET /': formPage({
				body: form(
					'<input type="hidden" name="h" value="a"><input type="date" name="d"><input type="password" name="p"><input type="search" name="s"><input name="off" autocomplete="off"><input type="range" name="r">'
				)
			}),
			'POST /answer': answerPage()
		},
		steps: [
			{
				run: `document.querySelector('[name=d]').value = '2020-02-02', document.querySelector('[name=p]').value = 'pw', document.querySelector('[name=s]').value = 'se', document.querySelector('[name=off]').value = 'off', document.querySelector('[name=r]').value = '9'`
			},
			...again,
			{ go: 'back' },
			{ page: 'form' }
		]
	},
	{
		name: 'Trusted Types with a default policy that changes',
		without: { webkit: 'has no Trusted Types', firefox: 'has no Trusted Types in this release' },
		site: {
			'GET /': {
				...formPage({
					head: `<script>trustedTypes.createPolicy('default', { createHTML: (text) => text.replaceAll('Answer', 'Changed') })</script>`
				}),
				headers: {
					'content-security-policy': "require-trusted-types-for 'script'; trusted-types default"
				}
			},
			'POST /answer': answerPage()
		},
		native: true
	},
	{
		name: 'XML with the namespace of XHTML',
		site: {
			'GET /': formPage(),
			'POST /answer': {
				type: 'text/xml',
				body: '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>xml</p></body></html>'
			}
		},
		steps: [{ click: '#go' }, { until: `!document.documentElement.dataset.page` }],
		native: true,
		differs: { blob: true }
	},
	{
		name: 'SVG',
		site: {
			'GET /': formPage(),
			'POST /answer': {
				type: 'image/svg+xml',
				body: '<svg xmlns="http://www.w3.org/2000/svg"><text>svg</text></svg>'
			}
		},
		steps: [{ click: '#go' }, { until: `!document.documentElement.dataset.page` }],
		native: true,
		differs: { blob: true }
	},
	{
		name: 'an action on another origin',
		site: { 'GET /': formPage({ body: form('', 'method="post" action="{origin.other}/x"') }) },
		steps: [{ click: '#go' }, { until: `document.documentElement.dataset.page === 'other'` }],
		native: true
	}
];
