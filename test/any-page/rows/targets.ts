import { answerPage, form, formPage, type Answer, type Row, type Step } from '../row.ts';

const again: Step[] = [{ click: '#go' }, { page: 'answer' }];

const going = (name: string, body: string, more: Partial<Row> = {}, head = ''): Row => ({
	name: `where it goes: ${name}`,
	site: {
		'GET /': formPage({ body, head }),
		'POST /answer': answerPage({ body: '<p>{sent}</p><p>{header.referer}</p>' })
	},
	...more
});

const FRAME = '<iframe name="f"></iframe>';

const inFrame: Step = {
	until: `frames[0].document.documentElement.dataset.page === 'answer' && frames[0].document.readyState === 'complete'`
};

const bodyless = (name: string, more: string): Row =>
	going(name, form('', `method="post" action="answer" ${more}`));

const targets: Row[] = [
	bodyless('target _self, in capitals', 'target="_SELF"'),
	bodyless('target _top', 'target="_top"'),
	bodyless('target _parent', 'target="_parent"'),
	bodyless('an empty target', 'target=""'),
	going(
		'a target with the name of the window itself',
		`<script>window.name = 'me'</script>${form('', 'method="post" action="answer" target="me"')}`
	),
	going(
		'a button with a target frame',
		`${form('<button id="o" formtarget="f">o</button>')}${FRAME}`,
		{ steps: [{ click: '#o' }, inFrame] }
	),
	going(
		'a button back to this window, in a form with a target frame',
		`${form('<button id="o" formtarget="_self">o</button>', 'method="post" action="answer" target="f"')}${FRAME}`,
		{ steps: [{ click: '#o' }, { page: 'answer' }] }
	),
	going(
		'<base target> with a frame',
		form() + FRAME,
		{ steps: [{ click: '#go' }, inFrame] },
		'<base target="f">'
	),
	{
		name: 'where it goes: a frame of the answer with the name of a frame of the form',
		site: {
			'GET /': formPage({ body: form() + FRAME }),
			'POST /answer': answerPage({ body: `${FRAME}<a id="link" href="inner" target="f">x</a>` }),
			'GET /inner': { page: { name: 'inner', body: 'inner' } }
		},
		steps: [
			...again,
			{ click: '#link' },
			{ until: `frames.f.document.documentElement.dataset.page === 'inner'` }
		]
	},
	{
		name: 'where it goes: _parent of a frame',
		site: {
			'GET /': formPage({ body: '<iframe src="inner"></iframe>' }),
			'GET /inner': {
				page: { name: 'inner', body: form('', 'method="post" action="answer" target="_parent"') }
			},
			'POST /answer': answerPage()
		},
		steps: [
			{
				until: `frames[0].document.getElementById('go') && frames[0].document.readyState === 'complete'`
			},
			{ run: `setTimeout(() => frames[0].document.getElementById('go').click(), 300)` },
			{ page: 'answer' }
		],
		native: true
	},
	{
		name: 'where it goes: a form of a frame that has no address',
		site: {
			'GET /': formPage({
				body: `<iframe srcdoc='{script}${form('', 'method="post" action="answer"')}'></iframe>`
			}),
			'POST /answer': answerPage()
		},
		steps: [
			{
				until: `frames[0].document.getElementById('go') && frames[0].document.readyState === 'complete'`
			},
			{ run: `setTimeout(() => frames[0].document.getElementById('go').click(), 300)` },
			{ until: `frames[0].document.documentElement?.dataset.page === 'answer'` }
		]
	}
];

const actions: Row[] = [
	going('an action with white space', form('', 'method="post" action=" answer\n"')),
	going('a query in the action', form('', 'method="post" action="answer?a=1&b=%20"')),
	going('an action of dots', form('', 'method="post" action="./x/../answer"')),
	going('an action with the whole address', form('', 'method="post" action="{origin.own}/answer"')),
	going('method in capitals', form('', 'METHOD="POST" ACTION="answer"')),
	{
		name: 'where it goes: only a query',
		site: {
			'GET /': formPage({ body: form('', 'method="post" action="?/add"') }),
			'POST /?/add': answerPage()
		}
	},
	{
		name: 'where it goes: without an action, on a page with a query',
		site: {
			'GET /': formPage({ body: '<a id="link" href="?page=2">2</a>' }),
			'GET /?page=2': { page: { name: 'second', body: form('', 'method="post"') } },
			'POST /?page=2': answerPage()
		},
		steps: [{ click: '#link' }, { page: 'second' }, ...again],
		differs: { noEntry: true },
		native: true
	},
	{
		name: 'where it goes: a submit listener changes the action',
		site: {
			'GET /': formPage({
				body: `${form()}<script>document.forms[0].onsubmit = function () { this.action = 'other' }</script>`
			}),
			'POST /other': answerPage()
		}
	},
	{
		name: "where it goes: a click on the button changes the form's action, as old frameworks do",
		site: {
			'GET /': formPage({
				body: form(
					`<button id="o" onclick="this.form.action = 'other'; this.form.step.value = 'two'">o</button><input type="hidden" name="step">`
				)
			}),
			'POST /other': answerPage({ body: '{post.step}' })
		},
		steps: [{ click: '#o' }, { page: 'answer' }]
	},
	{
		name: 'where it goes: a submit listener adds a hidden field',
		site: {
			'GET /': formPage({
				body: `${form()}<script>document.forms[0].onsubmit = function () { this.insertAdjacentHTML('beforeend', '<input type="hidden" name="more" value="1">') }</script>`
			}),
			'POST /answer': answerPage({ body: '{sent}' })
		}
	},
	{
		name: 'where it goes: prevented by a late listener of the window',
		site: {
			'GET /': formPage({
				body: `${form()}<script>addEventListener('submit', (event) => { event.preventDefault(); document.title = 'prevented' })</script>`
			})
		},
		steps: [{ click: '#go' }, { until: `document.title === 'prevented'` }]
	},
	{
		name: 'where it goes: a listener that stops the event',
		site: {
			'GET /': formPage({
				body: `${form()}<script>document.forms[0].addEventListener('submit', (event) => event.stopImmediatePropagation())</script>`
			}),
			'POST /answer': answerPage()
		}
	},
	{
		name: 'where it goes: a javascript: action',
		site: {
			'GET /': formPage({
				body: form('', `method="post" action="javascript:void (document.title = 'ran')"`)
			})
		},
		steps: [{ click: '#go' }, { until: `document.title === 'ran'` }]
	}
];

const methods: Row[] = [
	{
		name: "a GET form is the browser's",
		site: {
			'GET /': formPage({ body: form('', 'action="answer"') }),
			'GET /answer': answerPage()
		},
		native: true
	},
	{
		name: 'a button that makes it a GET',
		site: {
			'GET /': formPage({ body: form('<button id="o" formmethod="get">o</button>') }),
			'GET /answer': answerPage()
		},
		steps: [{ click: '#o' }, { page: 'answer' }],
		native: true
	},
	{
		name: 'a GET form after a page that was made, and back twice',
		without: {
			firefox: 'replaces the entry of a made document when its form is sent by the browser'
		},
		site: {
			'GET /': formPage(),
			'POST /answer': answerPage({ body: form('', 'action="found"') }),
			'GET /found': { page: { name: 'found', body: 'found' } }
		},
		steps: [
			...again,
			{ click: '#go' },
			{ page: 'found' },
			{ go: 'back' },
			{ page: 'answer' },
			{ go: 'back' },
			{ page: 'form' }
		]
	},
	{
		name: 'method=dialog in a modal dialog of a page that was made',
		site: {
			'GET /': formPage(),
			'POST /answer': answerPage({
				body: `<dialog id="d"><form method="dialog"><button id="ok" value="yes">OK</button></form></dialog><script>d.showModal(); d.onclose = () => { document.title = d.returnValue }</script>`
			})
		},
		steps: [...again, { click: '#ok' }, { until: `document.title === 'yes'` }]
	},
	{
		name: 'Enter in a text field, with several buttons',
		site: {
			'GET /': formPage({
				body: form(
					'<button name="how" value="first">first</button><button name="how" value="second">second</button>'
				)
			}),
			'POST /answer': answerPage({ body: '{sent}' })
		},
		steps: [{ type: '[name=name]', text: 'Bob' }, { press: 'Enter' }, { page: 'answer' }]
	},
	{
		name: 'Enter in the only field, without a button',
		site: {
			'GET /': formPage({
				body: '<form method="post" action="answer"><input name="name"></form>'
			}),
			'POST /answer': answerPage({ body: '{sent}' })
		},
		steps: [{ type: '[name=name]', text: 'Bob' }, { press: 'Enter' }, { page: 'answer' }]
	},
	{
		name: 'data-softpost-reload on the button alone',
		site: {
			'GET /': formPage({ body: form('<button id="o" data-softpost-reload>o</button>') }),
			'POST /answer': answerPage()
		},
		steps: [{ click: '#o' }, { page: 'answer' }],
		native: true
	}
];

const referring = (name: string, attributes: string, head = '', answer: Answer = {}): Row => ({
	name: `referrer: ${name}`,
	site: {
		'GET /': formPage({ body: form('', `method="post" action="answer" ${attributes}`), head }),
		'POST /answer': answerPage(
			{
				head: '<script>window.logs = [document.referrer.replace(location.origin, "")]</script>',
				body: '{header.referer}'
			},
			answer
		)
	}
});

const referrers: Row[] = [
	{
		...referring('rel=noreferrer', 'rel="noreferrer"'),
		without: { chromium: 'sends a referrer all the same' }
	},
	referring('rel=noopener', 'rel="noopener"'),
	...['origin', 'same-origin', 'unsafe-url', 'strict-origin-when-cross-origin'].map((policy) =>
		referring(`<meta> ${policy}`, '', `<meta name="referrer" content="${policy}">`)
	)
];

/** Where forms go, and how. */
export const targetsOfForms: Row[] = [...targets, ...actions, ...methods, ...referrers];
