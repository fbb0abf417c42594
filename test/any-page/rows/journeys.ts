import { answerPage, form, formPage, type Row, type Step } from '../row.ts';

const to = (name: string): Step[] => [{ click: '#go' }, { page: name }];
const back = (name: string): Step[] => [{ go: 'back' }, { page: name }];
const forward = (name: string): Step[] => [{ go: 'forward' }, { page: name }];

const refused = form('<p class="error">Name is taken</p>', 'method="post" action=""');

const POSTED = form('', 'method="post" action=""');

/** Several pages one after the other. */
export const journeys: Row[] = [
	{
		name: 'a wizard: three answers to POSTs, back and forward through all',
		without: { webkit: 'sends a form again for Forward; softpost does not' },
		site: {
			'GET /': formPage({ body: form('', 'method="post" action="one"') }),
			'POST /one': { page: { name: 'one', body: form('', 'method="post" action="two"') } },
			'POST /two': { page: { name: 'two', body: form('', 'method="post" action="three"') } },
			'POST /three': { page: { name: 'three', body: 'three' } }
		},
		steps: [
			...to('one'),
			...to('two'),
			...to('three'),
			...back('two'),
			...back('one'),
			...back('form'),
			...forward('one'),
			...forward('two'),
			...forward('three')
		]
	},
	{
		name: 'refused, then accepted, and back: the refused page is shown again',
		site: {
			'GET /': formPage({ body: POSTED }),
			'POST /': {
				status: 422,
				page: { name: 'refused', body: form('<p>no</p>', 'method="post" action="save"') }
			},
			'POST /save': { status: 303, headers: { location: 'done' } },
			'GET /done': { page: { name: 'done', body: 'done' } }
		},
		steps: [...to('refused'), ...to('done'), ...back('refused')],
		differs: { noEntry: true }
	},
	{
		name: 'refused twice, then accepted',
		site: {
			'GET /': formPage({ body: POSTED }),
			'POST /': { status: 422, page: { name: 'refused', body: refused + '<p id="n">{n}</p>' } },
			'POST /save': { status: 303, headers: { location: 'done' } },
			'GET /done': { page: { name: 'done', body: 'done' } }
		},
		steps: [
			...to('refused'),
			{ click: '#go' },
			{ until: `document.getElementById('n')?.textContent === '2'` },
			{ run: `document.forms[0].action = 'save'` },
			...to('done')
		],
		differs: { noEntry: 2 }
	},
	{
		name: 'a redirect to the very page of the form',
		without: { firefox: 'adds no entry either' },
		site: {
			'GET /': formPage({ body: `<p id="n">{n}</p>${form()}` }),
			'POST /answer': { status: 303, headers: { location: './' } }
		},
		steps: [
			{ click: '#go' },
			{ until: `document.getElementById('n')?.textContent === '2'` },
			{ page: 'form' }
		],
		differs: { noEntry: true }
	},
	{
		name: 'a redirect to the page before it, and back',
		site: {
			'GET /': formPage({ body: '<a id="link" href="edit">edit</a><p id="n">{n}</p>' }),
			'GET /edit': { page: { name: 'edit', body: form('', 'method="post" action="save"') } },
			'POST /save': { status: 303, headers: { location: './' } }
		},
		steps: [
			{ click: '#link' },
			{ page: 'edit' },
			{ click: '#go' },
			{ until: `document.getElementById('n')?.textContent === '2'` },
			{ page: 'form' },
			...back('edit')
		],
		native: true
	},
	{
		name: 'a button of the answer that goes back in the history',
		site: {
			'GET /': formPage(),
			'POST /answer': answerPage({
				body: '<button id="b" type="button" onclick="history.back()">back</button>'
			})
		},
		steps: [
			...to('answer'),
			{ click: '#b' },
			{ page: 'form' },
			{ go: 'forward' },
			{ page: 'answer' }
		]
	},
	{
		name: 'history.go over two entries at once',
		without: { webkit: 'keeps the first page in memory; softpost asks for it again' },
		site: {
			'GET /': formPage({ body: form('', 'method="post" action="one"') }),
			'POST /one': { page: { name: 'one', body: form('', 'method="post" action="two"') } },
			'POST /two': { page: { name: 'two', body: 'two' } }
		},
		steps: [
			...to('one'),
			...to('two'),
			{ run: 'history.go(-2)' },
			{ page: 'form' },
			{ run: 'history.go(2)' },
			{ page: 'two' }
		]
	},
	{
		name: 'a fragment of an answer to a POST, and forward to it over the form',
		without: { webkit: 'keeps the first page in memory; softpost asks for it again' },
		site: {
			'GET /': formPage(),
			'POST /answer': answerPage({
				body: '<a id="link" href="#part">part</a><h2 id="part">Part</h2>'
			})
		},
		steps: [
			...to('answer'),
			{ click: '#link' },
			{ until: `location.hash === '#part'` },
			{ run: 'history.go(-2)' },
			{ page: 'form' },
			{ run: 'history.go(2)' },
			{ page: 'answer' },
			{ until: `location.hash === '#part'` }
		]
	},
	{
		name: 'a page of the answer that makes entries of its own, and back through them',
		without: { webkit: 'passes over entries that a script made without the user' },
		site: {
			'GET /': formPage(),
			'POST /answer': answerPage({
				body: `<p id="p">start</p><script>window.logs = []; addEventListener('popstate', ({ state }) => { p.textContent = 'popped'; logs.push(state?.tab ?? 'none') }); history.pushState({ tab: 1 }, '', '?tab=1'); history.pushState({ tab: 2 }, '', '?tab=2')</script>`
			})
		},
		steps: [
			...to('answer'),
			{ go: 'back' },
			{ until: `location.search === '?tab=1'` },
			{ go: 'back' },
			{ until: `location.search === ''` }
		]
	},
	{
		name: 'back to a page that must not be stored',
		without: { firefox: 'asks for such a page again itself' },
		site: {
			'GET /': { ...formPage(), headers: { 'cache-control': 'no-store' } },
			'POST /answer': answerPage()
		},
		steps: [...to('answer'), ...back('form')],
		// The browser has the page still; what has replaced it here is asked for.
		differs: { asked: ['GET /'] }
	},
	{
		name: 'back to a page that may be cached',
		without: { webkit: 'keeps the first page in memory; softpost asks for it again' },
		site: {
			'GET /': {
				...formPage({ body: `${form()}<p>{n}</p>` }),
				headers: { 'cache-control': 'max-age=600' }
			},
			'POST /answer': answerPage()
		},
		steps: [...to('answer'), ...back('form')]
	},
	{
		name: 'back to a page that must be asked for',
		without: { webkit: 'keeps the first page in memory; softpost asks for it again' },
		site: {
			'GET /': {
				...formPage({ body: `${form()}<p>{n}</p>` }),
				headers: { 'cache-control': 'no-cache', etag: '"{n}"' }
			},
			'POST /answer': answerPage()
		},
		steps: [...to('answer'), ...back('form')]
	},
	{
		name: 'smooth scrolling: the same page stays where it was',
		without: { webkit: 'presses nothing while it scrolls' },
		site: {
			'GET /': formPage({
				head: '<style>html { scroll-behavior: smooth }</style>',
				body: `<p style="height:3000px">tall</p>${POSTED}`
			}),
			'POST /': answerPage({
				head: '<style>html { scroll-behavior: smooth }</style>',
				body: `<p style="height:3000px">tall</p>${POSTED}`
			})
		},
		steps: to('answer'),
		differs: { noEntry: true, scroll: true }
	},
	{
		name: 'smooth scrolling: another page begins at its top, and back is where it was',
		without: { webkit: 'presses nothing while it scrolls' },
		site: {
			'GET /': formPage({
				head: '<style>html { scroll-behavior: smooth }</style>',
				body: `<p style="height:3000px">tall</p>${form()}`
			}),
			'POST /answer': answerPage({
				head: '<style>html { scroll-behavior: smooth }</style>',
				body: '<p style="height:3000px">tall</p>'
			})
		},
		steps: [
			...to('answer'),
			{ until: 'scrollY === 0' },
			...back('form'),
			{ until: 'scrollY > 2000' }
		]
	},
	{
		name: 'pressed twice',
		without: { firefox: 'sends a form once until there is a response' },
		site: {
			'GET /': formPage(),
			'POST /answer': answerPage({ body: '{post.name}' }, { held: true })
		},
		steps: [
			{
				run: `document.getElementById('go').addEventListener('click', () => setTimeout(() => document.getElementById('go').click(), 150), { once: true })`
			},
			{ click: '#go' },
			{ release: 400 },
			{ page: 'answer' }
		]
	},
	{
		name: 'autofocus on another page',
		site: {
			'GET /': formPage(),
			'POST /answer': answerPage({ body: '<input name="a"><input name="b" autofocus>' })
		}
	},
	{
		name: 'autofocus on the same page, without an error',
		site: {
			'GET /': formPage({ body: POSTED }),
			'POST /': answerPage({ body: `${POSTED}<input name="b" autofocus>` })
		},
		differs: { noEntry: true }
	},
	{
		name: 'autofocus in a dialog that a script opens',
		site: {
			'GET /': formPage(),
			'POST /answer': answerPage({
				body: `<dialog id="d"><input name="a"><input name="b" autofocus></dialog><script>d.showModal()</script>`
			})
		}
	},
	{
		name: 'autofocus on a page with a fragment',
		without: {
			firefox: 'focuses nothing beside a fragment; softpost does as Chromium',
			webkit:
				'does not always go to the fragment of a page that a script has made, beside autofocus'
		},
		site: {
			'GET /': formPage({ body: form('', 'method="post" action="answer#part"') }),
			'POST /answer': answerPage({
				body: '<input name="b" autofocus><p style="height:3000px">tall</p><h2 id="part">Part</h2>'
			})
		}
	},
	{
		name: 'a focused fragment',
		site: {
			'GET /': formPage({ body: form('', 'method="post" action="answer#part"') }),
			'POST /answer': answerPage({ body: '<p>x</p><h2 id="part" tabindex="-1">Part</h2>' })
		}
	},
	{
		name: 'a script of the answer that focuses',
		site: {
			'GET /': formPage(),
			'POST /answer': answerPage({
				body: `<input name="a" autofocus><input name="b"><script>document.querySelector('[name=b]').focus()</script>`
			})
		}
	}
];
