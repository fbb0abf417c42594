import { LOG } from '../outcome.ts';
import { answerPage, form, formPage, type Page, type Row, type Step } from '../row.ts';

const again: Step[] = [{ click: '#go' }, { page: 'answer' }];

const answering = (name: string, page: Partial<Page>, more: Partial<Row> = {}): Row => ({
	name: `answer: ${name}`,
	site: { 'GET /': formPage(), 'POST /answer': answerPage(page) },
	...more
});

/** Pages that move on, or are moved away from. */
export const moves: Row[] = [
	answering('addresses: document.URL, baseURI, referrer of links', {
		head: LOG,
		body: `<script>log(document.URL.replace(location.origin, '')); log(document.baseURI.replace(location.origin, '')); log(new Request('x').url.replace(location.origin, ''))</script>`
	}),
	answering('autofocus', {
		head: LOG,
		body: `<input name="a"><input id="af" name="b" autofocus><script>addEventListener('load', () => requestAnimationFrame(() => setTimeout(() => log(document.activeElement.id))))</script>`
	}),
	answering(
		'a page that asks for itself by fetch',
		{
			head: LOG,
			body: `<script>fetch('data').then((r) => r.text()).then((t) => { log(t); document.title = 'fetched' })</script>`
		},
		{
			site: {
				'GET /': formPage(),
				'POST /answer': answerPage({
					head: LOG,
					body: `<script>fetch('data').then((r) => r.text()).then((t) => { log(t); document.title = 'fetched' })</script>`
				}),
				'GET /data': { type: 'text/plain', body: 'data' }
			},
			steps: [...again, { until: `document.title === 'fetched'` }]
		}
	),
	answering(
		'location.replace in a script of the answer',
		{ body: `<script>location.replace('next')</script>`, name: 'between' },
		{
			site: {
				'GET /': formPage(),
				'POST /answer': {
					page: { name: 'between', body: `<script>location.replace('next')</script>` }
				},
				'GET /next': { page: { name: 'answer', body: 'next' } }
			},
			native: true
		}
	),
	answering(
		'location.href in a script of the answer',
		{},
		{
			without: { webkit: 'has no Navigation API' },
			site: {
				'GET /': formPage(),
				'POST /answer': {
					page: { name: 'between', body: `<script>location.href = 'next'</script>` }
				},
				'GET /next': { page: { name: 'answer', body: 'next' } }
			},
			native: true
		}
	),
	answering(
		'a form that sends itself',
		{},
		{
			without: { webkit: 'has no Navigation API' },
			site: {
				'GET /': formPage(),
				'POST /answer': {
					page: {
						name: 'between',
						body: `${form('', 'method="post" action="last"')}<script>document.forms[0].submit()</script>`
					}
				},
				'POST /last': { page: { name: 'answer', body: 'next {post.name}' } }
			},
			native: true
		}
	),
	answering('history.replaceState in a script of the answer', {
		head: LOG,
		body: `<script>history.replaceState({ a: 1 }, '', 'other?x'); log(history.state.a)</script>`
	}),
	answering('meta refresh in noscript', {
		head: '<noscript><meta http-equiv="refresh" content="0;url=no"></noscript>'
	}),
	answering(
		'a Refresh after a second',
		{},
		{
			site: {
				'GET /': formPage(),
				'POST /answer': {
					headers: { refresh: "1;URL='next'" },
					page: { name: 'between', body: 'wait' }
				},
				'GET /next': { page: { name: 'answer', body: 'next' } }
			},
			native: true
		}
	),
	{
		name: 'the refresh of the page that was left is gone',
		site: {
			'GET /': formPage({ head: '<meta http-equiv="refresh" content="4;url=timeout">' }),
			'POST /answer': answerPage(),
			'GET /timeout': { page: { name: 'timeout', body: 'timeout' } }
		},
		steps: [
			...again,
			{ run: `setTimeout(() => (window.waited = true), 4500)` },
			{ until: 'window.waited' }
		]
	}
];
