import { LOG } from '../outcome.ts';
import { answerPage, form, formPage, type Page, type Row } from '../row.ts';

const both = (name: string, parts: Partial<Page>, more: Partial<Row> = {}): Row[] => {
	const page = { ...parts, head: LOG + (parts.head ?? '') };
	const answered = { ...page, name: 'answer' };
	return [
		{
			name: `${name}, in the answer`,
			site: {
				'GET /': formPage(),
				'POST /answer': answerPage({ ...answered, body: `<h1>Answer</h1>${parts.body ?? ''}` })
			},
			...more
		},
		{
			name: `${name}, in both pages`,
			site: {
				'GET /': formPage({ ...page, body: form() + (parts.body ?? '') }),
				'POST /answer': answerPage({ ...answered, body: `<h1>Answer</h1>${parts.body ?? ''}` })
			},
			...more
		}
	];
};

export const scripts: Row[] = [
	...both('an inline script in the head', {
		head: '<script>log("head " + document.readyState)</script>'
	}),
	...both('an inline script in the body', {
		body: '<p id="p">a</p><script>p.textContent = "by script"; log("body")</script>'
	}),
	...both('an external script in the head', { head: '<script src="/assets/classic.js"></script>' }),
	...both('a slow external script blocks what follows', {
		head: '<script src="/assets/slow.js"></script><script>log("after")</script>'
	}),
	...both('a deferred script', {
		head: '<script defer src="/assets/deferred.js"></script><script>log("first")</script>'
	}),
	...both('an async script', { head: '<script async src="/assets/classic.js"></script>' }),
	...both('an external module', {
		head: '<script type="module" src="/assets/module.js"></script>'
	}),
	...both('an inline module', { head: '<script type="module">log("inline module")</script>' }),
	...both('a module that imports', {
		head: '<script type="module">await 0; log("imported " + typeof import.meta.url)</script>'
	}),
	...both('nomodule is passed over', { head: '<script nomodule>log("old")</script>' }),
	...both('a script that throws', {
		head: '<script src="/assets/throws.js"></script><script>log("after")</script>'
	}),
	...both('a script with a syntax error', {
		head: '<script>log("no" </script><script>log("after")</script>'
	}),
	...both('scripts in order: external, inline, deferred, module', {
		head: '<script type="module" src="/assets/module.js"></script><script defer src="/assets/deferred.js"></script><script src="/assets/slow.js"></script><script>log("inline")</script>'
	}),
	...both('DOMContentLoaded and load', {
		head: `<script>document.addEventListener('DOMContentLoaded', () => log('parsed ' + document.readyState)); addEventListener('load', () => log('loaded ' + document.readyState)); document.addEventListener('readystatechange', () => log(document.readyState))</script>`
	}),
	...both('onload of the body', {
		body: '<script>document.body.onload = () => log("onload")</script>'
	}),
	...both('an inline handler', {
		body: `<button id="own" type="button" onclick="log('clicked')">own</button><script>document.getElementById('own').click()</script>`
	}),
	...both('a function declared at the top level', {
		head: '<script>function greet() { log("hello") } greet()</script>'
	}),
	...both('var at the top level', { head: '<script>var greeting = "hi"; log(greeting)</script>' }),
	...both('declarations within a function', {
		head: '<script>(() => { const a = 1; let b = 2; class C {} log(a + b) })()</script>'
	}),
	...both('declarations within a block', {
		head: '<script>{ const a = 1; log(a) } if (true) { let b = 2; log(b) }</script>'
	}),
	...both('document.write', {
		body: '<script>document.write("<p>written</p>")</script><p>after</p>'
	}),
	// A module that another one imports runs once in a window: its state lives on.
	...both(
		'an import map',
		{
			head: '<script type="importmap">{"imports":{"thing":"/assets/module.js"}}</script><script type="module">import "thing"; log("mapped")</script>'
		},
		{ without: { firefox: 'takes one import map a window, before its first module' } }
	).slice(0, 1),
	...both('a data block', {
		head: '<script type="application/json" id="data">{"a":1}</script><script>log(JSON.parse(data.text).a)</script>'
	}),
	...both('document.currentScript', {
		head: '<script id="me">log(document.currentScript.id)</script>'
	}),
	...both('a script that a script adds', {
		body: `<script>document.body.append(Object.assign(document.createElement('script'), { textContent: 'log("added")' }))</script>`
	}),
	...both('a stylesheet', { head: '<link rel="stylesheet" href="/assets/style.css">' }),
	...both('style in the head', { head: '<style>h1 { text-transform: lowercase }</style>' }),
	{
		name: 'const at the top level, in the answer',
		site: {
			'GET /': formPage(),
			'POST /answer': answerPage({ head: `${LOG}<script>const one = 1; log(one)</script>` })
		}
	},
	...[
		'const one = 1',
		'let one = 1',
		'class One {}',
		'"use strict"; const one = 1',
		'var a = 1; const one = 1'
	].map((code): Row => ({
		name: `at the top level of both pages: ${code}`,
		site: {
			'GET /': formPage({ head: `${LOG}<script>${code}; log('ran')</script>` }),
			'POST /answer': answerPage({ head: `${LOG}<script>${code}; log('ran')</script>` })
		},
		native: true
	})),
	{
		name: 'const at the top level of the answer, submitted from there again',
		site: {
			'GET /': formPage(),
			'POST /answer': answerPage({
				head: `${LOG}<script>const one = 1; log(one)</script>`,
				body: form('', 'method="post" action="last"')
			}),
			'POST /last': {
				page: { name: 'last', head: `${LOG}<script>const one = 1; log(one)</script>`, body: 'last' }
			}
		},
		steps: [{ click: '#go' }, { page: 'answer' }, { click: '#go' }, { page: 'last' }],
		native: true,
		without: {
			firefox: 'replaces the entry of a made document when its form is sent by the browser'
		}
	}
];
