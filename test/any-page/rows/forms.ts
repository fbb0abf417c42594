import { answerPage, form, formPage, type Row, type Step } from '../row.ts';

const again: Step[] = [{ click: '#go' }, { page: 'answer' }];

/** Where forms are. */
export const forms: Row[] = [
	{
		name: 'referer and origin of the request',
		site: {
			'GET /': formPage(),
			'POST /answer': answerPage({ body: '{header.referer} {header.cookie}' })
		}
	},
	{
		name: 'referer of the next request after an answer',
		site: {
			'GET /': formPage(),
			'POST /answer': answerPage({ body: form('', 'method="post" action="last"') }),
			'POST /last': { page: { name: 'last', body: '{header.referer}' } }
		},
		steps: [...again, { click: '#go' }, { page: 'last' }]
	},
	{
		name: 'method=dialog closes',
		site: {
			'GET /': formPage({
				body: `<dialog open>${form('<button id="d" formmethod="dialog" value="v">x</button>')}</dialog>`
			})
		},
		steps: [{ click: '#d' }, { until: `!document.querySelector('dialog').open` }]
	},
	{
		name: 'a form in a declarative shadow root',
		site: {
			'GET /': formPage({
				body: `<div id="host"><template shadowrootmode="open">${form()}</template></div>`
			}),
			'POST /answer': answerPage({
				body: `<div id="host"><template shadowrootmode="open">${form('', 'method="post" action="last"')}</template></div>`
			}),
			'POST /last': { page: { name: 'last', body: 'last {post.name}' } }
		},
		steps: [
			{ run: `document.getElementById('host').shadowRoot.getElementById('go').click()` },
			{ page: 'answer' },
			{ run: `document.getElementById('host').shadowRoot.getElementById('go').click()` },
			{ page: 'last' }
		]
	},
	{
		name: 'a form in a nested shadow root of a custom element',
		site: {
			'GET /': formPage({
				body: `<x-a></x-a><script>customElements.define('x-b', class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(form())} } }); customElements.define('x-a', class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<x-b></x-b>' } })</script>`
			}),
			'POST /answer': answerPage()
		},
		steps: [
			{
				run: `document.querySelector('x-a').shadowRoot.querySelector('x-b').shadowRoot.getElementById('go').click()`
			},
			{ page: 'answer' }
		]
	},
	{
		name: "a form in a closed shadow root is the browser's",
		site: {
			'GET /': formPage({
				body: `<div id="host"></div><script>window.inner = document.getElementById('host').attachShadow({ mode: 'closed' }); inner.innerHTML = ${JSON.stringify(form())}</script>`
			}),
			'POST /answer': answerPage()
		},
		steps: [{ run: `inner.getElementById('go').click()` }, { page: 'answer' }],
		native: true
	},
	{
		name: 'a form with a target frame',
		site: {
			'GET /': formPage({
				body: form('', 'method="post" action="answer" target="f"') + '<iframe name="f"></iframe>'
			}),
			'POST /answer': answerPage()
		},
		steps: [
			{ click: '#go' },
			{ until: `frames[0].document.documentElement.dataset.page === 'answer'` }
		]
	},
	{
		name: 'a form in a frame',
		site: {
			'GET /': formPage({ body: '<iframe src="inner"></iframe>' }),
			'GET /inner': { page: { name: 'inner', body: form() } },
			'POST /answer': answerPage()
		},
		steps: [
			{
				until: `frames[0].document.getElementById('go') && frames[0].document.readyState === 'complete'`
			},
			{ run: `setTimeout(() => frames[0].document.getElementById('go').click(), 300)` },
			{ until: `frames[0].document.documentElement.dataset.page === 'answer'` }
		]
	}
];
