import { answerPage, form, formPage, type Row } from '../row.ts';

const answering = (name: string, body: string, head = '', html = ''): Row => ({
	name,
	site: { 'GET /': formPage(), 'POST /answer': answerPage({ body, head, html }) }
});

const controls =
	'<input name="text" value="t"><input type="checkbox" name="c" value="1" checked><input type="radio" name="r" value="a"><input type="radio" name="r" value="b" checked><select name="s"><option>x<option selected>y</select><select name="m" multiple><option selected>1<option>2<option selected>3</select><textarea name="area">\n\nlines\n</textarea><input type="range" name="n" value="7"><input type="color" name="k" value="#ff0000">';

const log = (text: string): string => `<script>window.logs = [${text}]</script>`;

export const parts: Row[] = [
	answering(
		'base in the answer',
		`<a id="a" href="x">x</a>${log('a.href.replace(location.origin, "")')}`,
		'<base href="/elsewhere/">'
	),
	answering(
		'base with a target',
		`<a id="a" href="x">x</a>${log('document.querySelector("base").target')}`,
		'<base target="_blank">'
	),
	answering('noscript in the body', '<noscript><p>No script</p></noscript><p>after</p>'),
	answering(
		'noscript in the head',
		'<h1>a</h1>',
		'<noscript><style>h1 { display: none }</style></noscript>'
	),
	answering('lang, dir and classes of html', '<p>x</p>', '', 'lang="ar" dir="rtl" class="a b"'),
	answering(
		'a declarative shadow root',
		'<div><template shadowrootmode="open"><b>in the shadow</b><slot></slot></template>light</div>'
	),
	answering('a template', '<template><p>inert</p></template><p>after</p>'),
	answering(
		'details, open and closed',
		'<details open><summary>One</summary>text</details><details><summary>Two</summary>hidden</details>'
	),
	answering('a dialog that is open', '<dialog open><p>Saved</p></dialog><p>behind</p>'),
	answering(
		'a dialog that a script opens',
		`<dialog id="d"><p>Saved</p></dialog><script>document.getElementById('d').showModal(); window.logs = [document.querySelector('dialog:modal') !== null]</script>`
	),
	answering('a popover', '<div popover id="p">hidden</div><button popovertarget="p">open</button>'),
	answering('controls of every kind', `<form>${controls}</form>`),
	answering('a frame', '<iframe srcdoc="<p>in the frame</p>"></iframe><p>after</p>'),
	answering(
		'an image and a picture',
		`<img alt="nothing" src="data:,"><picture><img alt="none" src="data:,"></picture>`
	),
	answering('text with white space', '<pre>\n  two\n    four</pre><p>a   b</p>'),
	answering('a title with entities', '<p>x</p>', '<title>A &amp; B &lt;c&gt;</title>'),
	answering('two titles', '<p>x</p>', '<title>First</title><title>Second</title>'),
	answering(
		'meta, link and style in the body',
		'<meta name="x" content="y"><style>p { text-transform: uppercase }</style><p>shout</p>'
	),
	answering(
		'a custom element that is defined',
		`<x-greeting></x-greeting><script>customElements.define('x-greeting', class extends HTMLElement { connectedCallback() { this.textContent = 'hello' } })</script>`
	),
	{
		name: 'a custom element that both pages define',
		site: Object.fromEntries(
			['GET /', 'POST /answer'].map((key, index) => [
				key,
				{
					page: {
						name: index ? 'answer' : 'form',
						body: `${index ? '' : form()}<x-greeting></x-greeting><script>customElements.define('x-greeting', class extends HTMLElement { connectedCallback() { this.textContent = 'hello' } }); document.title = 'defined'</script>`
					}
				}
			])
		)
	},
	{
		name: 'base in the page with the form',
		site: {
			'GET /': formPage({ head: '<base href="sub/">' }),
			'POST /sub/answer': answerPage({
				body: `<a id="a" href="x">x</a>${log('a.href.replace(location.origin, "")')}`
			})
		}
	},
	{
		name: 'a form in an open dialog, sent from there',
		site: {
			'GET /': formPage({
				body: `<dialog id="d">${form()}</dialog><script>document.getElementById('d').showModal()</script>`
			}),
			'POST /answer': answerPage()
		}
	},
	{
		name: 'a button with an address of its own',
		site: {
			'GET /': formPage({
				body: form('<button id="other" formaction="second" name="how" value="fast">Other</button>')
			}),
			'POST /second': answerPage({ body: '{post.how}' })
		},
		steps: [{ click: '#other' }, { page: 'answer' }]
	},
	{
		name: 'a button that makes it a POST',
		site: {
			'GET /': formPage({
				body: form('<button id="post" formmethod="post">Post</button>', 'action="answer"')
			}),
			'POST /answer': answerPage()
		},
		steps: [{ click: '#post' }, { page: 'answer' }]
	},
	{
		name: 'a form that script adds later',
		site: {
			'GET /': formPage({ body: '<div id="here"></div>' }),
			'POST /answer': answerPage()
		},
		steps: [
			{ run: `document.getElementById('here').innerHTML = ${JSON.stringify(form())}` },
			{ click: '#go' },
			{ page: 'answer' }
		]
	},
	{
		name: 'data-sveltekit-reload leaves a form to the browser',
		site: {
			'GET /': formPage({ body: form('', 'method="post" action="answer" data-sveltekit-reload') }),
			'POST /answer': answerPage()
		},
		native: true
	},
	{
		name: 'data-softpost-reload leaves a form to the browser',
		site: {
			'GET /': formPage({ body: `<div data-softpost-reload>${form()}</div>` }),
			'POST /answer': answerPage()
		},
		native: true
	},
	{
		name: 'a listener that prevents it',
		site: {
			'GET /': formPage({
				body: `${form()}<script>document.forms[0].onsubmit = () => { document.title = 'prevented'; return false }</script>`
			})
		},
		steps: [{ click: '#go' }, { until: `document.title === 'prevented'` }]
	},
	{
		name: 'multipart with a file',
		site: {
			'GET /': formPage({
				body: form(
					'<input type="file" name="f">',
					'method="post" action="answer" enctype="multipart/form-data"'
				)
			}),
			'POST /answer': answerPage({ body: 'got it' })
		},
		steps: [{ choose: '[type=file]', file: 'cv.txt' }, { click: '#go' }, { page: 'answer' }]
	},
	{
		name: 'a file that was chosen stays chosen on the same page',
		site: Object.fromEntries(
			['GET /', 'POST /'].map((key, index) => [
				key,
				{
					status: index ? 422 : 200,
					page: {
						name: index ? 'answer' : 'form',
						body: form(
							'<input type="file" name="f">',
							'method="post" enctype="multipart/form-data"'
						)
					}
				}
			])
		),
		steps: [{ choose: '[type=file]', file: 'cv.txt' }, { click: '#go' }, { page: 'answer' }],
		differs: { noEntry: true, fields: { '1 f': ['cv.txt'] } }
	},
	{
		name: "another form's text stays on the same page",
		site: Object.fromEntries(
			['GET /', 'POST /'].map((key, index) => [
				key,
				{
					page: {
						name: index ? 'answer' : 'form',
						body: `${form('', 'method="post"')}<form><input name="other"></form>`
					}
				}
			])
		),
		steps: [
			{ run: `document.querySelector('[name=other]').value = 'kept'` },
			{ click: '#go' },
			{ page: 'answer' }
		],
		differs: { noEntry: true, fields: { '1 other': 'kept' } }
	},
	...(
		[
			['a colour', '<input type="color" name="x"%>', ' value="#ff0000"'],
			['a range', '<input type="range" name="x"%>', ' value="80"'],
			['a number that is none', '<input type="number" name="x" value="a"%>', ' min="1"'],
			[
				'a select whose first option is disabled',
				'<select name="x"><option disabled>a<option>b<option%>c</select>',
				' selected'
			],
			[
				'a select box without a chosen option',
				'<select name="x" size="3"><option>a<option%>b</select>',
				' selected'
			]
		] as const
	).map(([name, markup, more]): Row => ({
		name: `another form's control that was not edited is the server's: ${name}`,
		site: Object.fromEntries(
			['GET /', 'POST /'].map((key, index) => [
				key,
				{
					page: {
						name: index ? 'answer' : 'form',
						body: `${form('', 'method="post"')}<form>${markup
							.replace('%', index ? more : '')

							.replace('value="a"', index ? 'value="5"' : 'value="a"')}</form>`
					}
				}
			])
		),
		differs: { noEntry: true }
	})),
	{
		name: 'what is typed after the submit stays on the same page',
		site: {
			'GET /': formPage({ body: form('<input name="later">', 'method="post"') }),
			'POST /': {
				held: true,
				page: { name: 'answer', body: form('<input name="later">', 'method="post"') }
			}
		},
		steps: [
			// While a document is asked for, no browser lets itself be driven. The next task comes before any response.
			{
				run: `document.forms[0].addEventListener('submit', () => setTimeout(() => { const later = document.querySelector('[name=later]'); later.value = 'meanwhile'; later.dispatchEvent(new Event('input', { bubbles: true })) }))`
			},
			{ click: '#go' },
			{ release: 200 },
			{ page: 'answer' }
		],
		differs: { noEntry: true, fields: { '1 later': 'meanwhile' } }
	}
];
