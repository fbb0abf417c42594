import { LOG } from '../outcome.ts';
import { answerPage, form, formPage, type Answer, type Page, type Row, type Step } from '../row.ts';

const again: Step[] = [{ click: '#go' }, { page: 'answer' }];

const answering = (name: string, page: Partial<Page>, more: Partial<Row> = {}): Row => ({
	name: `answer: ${name}`,
	site: { 'GET /': formPage(), 'POST /answer': answerPage(page) },
	...more
});

/** What runs and loads in a page in answer. */
export const answers: Row[] = [
	{
		name: 'style sheets, an editable document and handlers of the page that is left are gone',
		without: { firefox: 'lets no button of an editable document be pressed' },
		site: {
			'GET /': formPage({
				head: `<script>var sheet = new CSSStyleSheet(); sheet.replaceSync('h1 { text-transform: uppercase }'); document.adoptedStyleSheets = [sheet]; document.designMode = 'on'; document.onclick = () => { document.title = 'old' }</script>`
			}),
			'POST /answer': answerPage({
				body: '<h1>Answer</h1><button id="b" type="button">b</button><script>window.logs = [document.designMode, document.adoptedStyleSheets.length]</script>'
			})
		},
		steps: [
			{ run: `document.getElementById('go').click()` },
			{ page: 'answer' },
			{ run: `document.getElementById('b').click()` }
		]
	},
	{
		name: 'the window keeps its name, and its storage',
		site: {
			'GET /': formPage({
				head: `<script>window.name = 'kept'; sessionStorage.setItem('k', 'v')</script>`
			}),
			'POST /answer': answerPage({
				head: `<script>window.logs = [window.name, sessionStorage.getItem('k')]</script>`
			})
		}
	},
	answering('pageshow', {
		head: `${LOG}<script>addEventListener('pageshow', ({ persisted }) => log('pageshow ' + persisted + document.readyState)); addEventListener('load', () => log('load'))</script>`
	}),
	answering('window.onload and onpageshow of the body', {
		head: `${LOG}<script>window.onload = () => log('onload')</script>`,
		body: '<p>x</p><script>document.body.onpageshow = () => log("pageshow")</script>'
	}),
	{
		name: 'pagehide and unload of the page that is left',
		without: { webkit: 'keeps pages that are left, and tells none of unload' },
		site: {
			'GET /': formPage({
				head: `<script>for (const type of ['pagehide', 'unload']) addEventListener(type, () => sessionStorage.setItem(type, 'told'))</script>`
			}),
			'POST /answer': answerPage({
				head: `<script>window.logs = ['pagehide', 'unload'].map((type) => sessionStorage.getItem(type))</script>`
			})
		}
	},
	answering(
		'a frame with a page of the server',
		{ body: '<iframe src="inner"></iframe><p>after</p>' },
		{
			site: {
				'GET /': formPage(),
				'POST /answer': answerPage({ body: '<iframe src="inner"></iframe><p>after</p>' }),
				'GET /inner': { page: { name: 'inner', body: 'inner' } }
			}
		}
	),
	{
		name: 'a frame in both pages',
		site: {
			'GET /': formPage({ body: form() + '<iframe src="inner"></iframe>' }),
			'POST /answer': answerPage({ body: '<iframe src="inner"></iframe><p>after</p>' }),
			'GET /inner': { page: { name: 'inner', body: 'inner' } }
		}
	},
	{
		name: 'an image of the server in both pages',
		site: {
			'GET /': formPage({ body: form() + '<img src="pic">' }),
			'POST /answer': answerPage({ body: '<img src="pic"><p>after</p>' }),
			'GET /pic': {
				type: 'image/gif',
				bytes: 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
				headers: { 'cache-control': 'max-age=600' }
			}
		}
	},
	answering('document.write in a deferred script is nothing', {
		body: `<script type="module">document.write('no')</script><p>kept</p>`
	}),
	answering('document.write of a script', {
		head: LOG,
		body: `<script>document.write('<script>log("written"); document.write("<p>deep</p>")<' + '/script>')</script><p>after</p>`
	}),
	answering('document.write after load', {
		body: `<p>first</p><script>addEventListener('load', () => setTimeout(() => { document.write('<html data-page=answer><p>second'); document.close() }))</script>`
	}),
	answering('document.currentScript of an external one, and insertion points', {
		head: `${LOG}<script src="/assets/classic.js"></script>`,
		body: `<script>log(document.body.children.length)</script><p>a</p><script>log(document.body.children.length)</script>`
	}),
	{
		name: 'an external script with a top-level const, in both pages',
		site: {
			'GET /': formPage({ head: `${LOG}<script src="/assets/lexical.js"></script>` }),
			'POST /answer': answerPage({ head: `${LOG}<script src="/assets/lexical.js"></script>` })
		},
		native: true
	},
	{
		name: 'an external script with a top-level const in the answer, sent again from there',
		without: {
			firefox: 'replaces the entry of a made document when its form is sent by the browser'
		},
		site: {
			'GET /': formPage(),
			'POST /answer': answerPage({
				head: `${LOG}<script src="/assets/lexical.js"></script>`,
				body: form('', 'method="post" action="last"')
			}),
			'POST /last': {
				page: {
					name: 'last',
					head: `${LOG}<script src="/assets/lexical.js"></script>`,
					body: 'last'
				}
			}
		},
		steps: [...again, { click: '#go' }, { page: 'last' }],
		native: true
	},
	...[
		'Object.defineProperty(window, "app", { value: {} })',
		'trustedTypes.createPolicy("app", {})'
	].map((code): Row => {
		const page = (name: string, action: string): Answer => ({
			headers: { 'content-security-policy': 'trusted-types app softpost' },
			page: {
				name,
				head: `${LOG}<script>${code}; log('ran')</script>`,
				body: `${name}${form('', `method="post" action="${action}"`)}`
			}
		});
		return {
			name: `a script that cannot run twice is noticed: ${code}`,
			without: {
				webkit: 'has no Trusted Types',
				firefox: 'has no Trusted Types in this release'
			},
			site: {
				'GET /': page('form', 'answer'),
				'POST /answer': page('answer', 'last'),
				'POST /last': page('last', 'none')
			},
			steps: [...again, { click: '#go' }, { page: 'last' }],
			native: true
		};
	}),
	answering('deferred and module, slow', {
		head: `${LOG}<script defer src="/assets/slow.js"></script><script type="module">await new Promise((r) => setTimeout(r, 50)); log('module after await ' + document.readyState)</script>`
	}),
	answering('a module that is not there', {
		head: `${LOG}<script type="module" src="/assets/none.js"></script><script src="/assets/none.js" onerror="log('error')"></script><script type="module">log('still')</script>`
	}),
	answering('a module that throws', {
		head: `${LOG}<script>addEventListener('error', ({ message }) => log(message))</script><script type="module">log('a'); throw new Error('on purpose')</script><script type="module">log('b')</script>`
	}),
	answering('window.onerror and unhandledrejection', {
		head: `${LOG}<script>window.onerror = (m) => { log(m); return true }; addEventListener('unhandledrejection', (e) => { log('rejected ' + e.reason); e.preventDefault() })</script><script>null.x</script><script>Promise.reject(1)</script>`
	}),
	answering('a form-associated custom element', {
		body: `<form><x-f name="x"></x-f></form><script>customElements.define('x-f', class extends HTMLElement { static formAssociated = true; constructor() { super(); this.i = this.attachInternals(); this.i.setFormValue('v') } }); document.title = new FormData(document.forms[0]).get('x')</script>`
	}),
	answering('details toggled by a script, and its event', {
		head: LOG,
		body: `<details id="d"><summary>s</summary>text</details><script>d.addEventListener('toggle', () => log('toggle ' + d.open)); d.open = true</script>`
	}),
	answering('styles: @import, media, link disabled, alternate', {
		head: `<style>@import "/assets/style.css"; @media print { h1 { display: none } }</style>`,
		body: '<h1>big</h1>'
	})
];
