import { LOG } from '../outcome.ts';
import { answerPage, form, formPage, type Answer, type Page, type Row, type Step } from '../row.ts';

const again: Step[] = [{ click: '#go' }, { page: 'answer' }];

const withPolicy = (answer: Answer, policy: string): Answer => ({
	...answer,
	headers: { ...answer.headers, 'content-security-policy': policy }
});

const nonced = LOG.replace('<script', '<script nonce="{nonce}"');

/** A page in answer, and the same parts in both pages. */
const both = (name: string, page: Partial<Page>, policy?: string): Row[] => {
	const add = (answer: Answer): Answer => (policy ? withPolicy(answer, policy) : answer);
	const answer = add(answerPage({ ...page, body: `<h1>Answer</h1>${page.body ?? ''}` }));
	const first = add(formPage({ ...page, body: form() + (page.body ?? '') }));
	return [
		{ name: `${name}, in the answer`, site: { 'GET /': formPage(), 'POST /answer': answer } },
		{ name: `${name}, in both pages`, site: { 'GET /': first, 'POST /answer': answer } }
	];
};

const policies: Row[] = [
	...both(
		'policy: a nonce for a module and a deferred script',
		{
			head: `${nonced}<script nonce="{nonce}" type="module" src="/assets/module.js"></script><script nonce="{nonce}" defer src="/assets/deferred.js"></script>`
		},
		"script-src 'nonce-{nonce}'"
	),
	...both(
		'policy: a nonce for an inline module',
		{ head: `${nonced}<script nonce="{nonce}" type="module">log('module')</script>` },
		"script-src 'nonce-{nonce}'"
	),
	...both(
		"policy: 'strict-dynamic', and a script that a script adds",
		{
			head: `${nonced}<script nonce="{nonce}">document.head.append(Object.assign(document.createElement('script'), { src: '/assets/classic.js' }))</script>`
		},
		"script-src 'nonce-{nonce}' 'strict-dynamic'"
	),
	...both(
		'policy: a script takes its nonce from a <meta>',
		{
			head: `<meta name="csp-nonce" content="{nonce}">${nonced}`,
			body: `<script nonce="{nonce}">var added = document.createElement('script'); added.setAttribute('nonce', document.querySelector('[name=csp-nonce]').content); added.textContent = 'log("added")'; document.body.append(added)</script>`
		},
		"script-src 'nonce-{nonce}'"
	),
	...[
		"script-src 'nonce-{nonce}'; style-src 'nonce-s{nonce}'",
		"style-src 'nonce-s{nonce}'; script-src 'nonce-{nonce}'"
	].flatMap((policy) =>
		both(
			`policy: one nonce for scripts, another one for styles (${policy.slice(0, 6)} first)`,
			{
				head: `${nonced}<style nonce="s{nonce}">p { text-transform: uppercase }</style>`,
				body: '<p>text</p><script nonce="{nonce}">log("allowed")</script><script>log("forbidden")</script>'
			},
			policy
		)
	),
	...both(
		'policy: inline handlers are forbidden',
		{
			head: nonced,
			body: `<button type="button" id="own" onclick="log('clicked')">own</button><script nonce="{nonce}">document.getElementById('own').click(); log('after')</script>`
		},
		"script-src 'nonce-{nonce}'"
	),
	...both(
		'policy: style attributes and elements are forbidden',
		{ head: '<style>h1 { display: none }</style>', body: '<p style="display: none">hidden</p>' },
		"style-src 'self'"
	),
	...both(
		'policy: frames are forbidden',
		{ body: '<iframe src="inner"></iframe><p>after</p>' },
		"frame-src 'none'"
	),
	...both('policy: a base is forbidden', { head: '<base href="/x/">' }, "base-uri 'none'").slice(
		0,
		1
	),
	{
		name: 'policy: connections are forbidden',
		site: {
			'GET /': withPolicy(formPage(), "connect-src 'none'"),
			'POST /answer': withPolicy(answerPage(), "connect-src 'none'")
		},
		native: true
	},
	{
		name: 'policy: nothing but its own scripts by nonce',
		site: {
			'GET /': withPolicy(formPage(), "default-src 'none'; script-src 'nonce-{nonce}'"),
			'POST /answer': withPolicy(answerPage(), "default-src 'none'; script-src 'nonce-{nonce}'")
		},
		native: true
	},
	{
		name: 'policy: trusted-types without a requirement',
		site: {
			'GET /': withPolicy(formPage(), "trusted-types 'none'"),
			'POST /answer': withPolicy(answerPage(), "trusted-types 'none'")
		}
	},
	{
		name: 'policy: Trusted Types in the answer, submitted from there again',
		site: {
			'GET /': formPage(),
			'POST /answer': withPolicy(
				answerPage({ body: form('', 'method="post" action="last"') }),
				"require-trusted-types-for 'script'; trusted-types softpost"
			),
			'POST /last': { page: { name: 'last', body: 'last' } }
		},
		steps: [...again, { click: '#go' }, { page: 'last' }]
	}
];

const scripts: Row[] = [
	...both('odd script: a module that is async', {
		head: `${LOG}<script type="module" async>log('async module')</script>`
	}),
	...both('odd script: a type with white space and case', {
		head: `${LOG}<script type=" Text/JavaScript ">log('ran')</script><script type="text/template">log('no')</script>`
	}),
	...both('odd script: language', {
		head: `${LOG}<script language="javascript">log('ran')</script><script language="vbscript">log('no')</script>`
	}),
	...both('odd script: event and for', {
		head: `${LOG}<script event="onload" for="window">log('for')</script><script event="x" for="y">log('no')</script>`
	}),
	...both('odd script: escaped markup in it', {
		head: `${LOG}<script>log('<!-- <script>'.length); log("<\\/script>".length)</script>`
		// It swallows all scripts behind it, so it can only be in the answer.
	})
		.slice(0, 1)
		.map((row) => ({ ...row, without: { peers: 'nothing of the page is left to name it' } })),
	...both('odd script: a module in a template and one in a comment', {
		head: LOG,
		body: `<template><script type="module">log('no')</script></template><!-- <script type="module" src="/assets/module.js"></script> --><p>x</p>`
	}),
	...both('odd script: it removes itself', {
		head: `${LOG}<script>document.currentScript.remove(); log(document.scripts.length)</script>`
	}),
	...both('odd script: DOMContentLoaded in a deferred one, load in a module', {
		head: `${LOG}<script type="module">addEventListener('load', () => log('load'))</script><script defer src="/assets/deferred.js"></script><script>document.addEventListener('DOMContentLoaded', () => log('parsed'))</script>`
	}),
	...both('odd script: it changes the title later', {
		body: `<script>setTimeout(() => { document.title = 'later' }, 20)</script>`
	}),
	...both('odd script: it sets a cookie', {
		body: `<script>document.cookie = 'own=1; path=/'; document.title = document.cookie</script>`
	}),
	...both('odd script: it listens to the window', {
		head: `${LOG}<script>addEventListener('click', () => log('click'))</script>`,
		body: `<button type="button" id="own">own</button><script>document.getElementById('own').click()</script>`
	}),
	...both('odd script: it counts the forms and reads FormData', {
		head: LOG,
		body: `<form id="f"><input name="a" value="1"></form><script>log(document.forms.f.elements.length); log([...new FormData(f)].join())</script>`
	}),
	...both('odd script: it registers a property of CSS', {
		head: `${LOG}<style>p { --space: 2px }</style><script>CSS.registerProperty({ name: '--space', syntax: '<length>', inherits: false, initialValue: '1px' }); log('registered')</script>`,
		body: '<p>x</p><script>log(getComputedStyle(document.querySelector("p")).getPropertyValue("--space"))</script>'
	}),
	...both('odd script: it declares a function with the name of a built-in', {
		head: `${LOG}<script>function Event(name) { this.name = name } log(new Event('party').name)</script>`
	}).map((row, index) => ({ ...row, native: index > 0 })),
	...both('odd script: an observer', {
		head: `${LOG}<script>new MutationObserver((_, self) => { if (document.querySelector('#late')) { log('late'); self.disconnect() } }).observe(document, { childList: true, subtree: true })</script>`,
		body: '<p id="late">x</p>'
	})
];

const parts: Row[] = [
	...both('part: a custom element that reads its content, defined by a module', {
		head: `${LOG}<script type="module">customElements.define('x-card', class extends HTMLElement { connectedCallback() { log(this.querySelector('b').textContent + this.querySelectorAll('x-card').length); this.querySelector('b').textContent += ' of ' + this.children.length } })</script>`,
		body: '<x-card title="a > b"><b>outer</b><x-card><b>inner</b></x-card><!-- </x-card> --><i title="</x-card>"></i><textarea></x-card></textarea></x-card><p><x-card><b>in a paragraph</b></x-card></p><table><tr><td><x-card><b>in a table</b></x-card></table><template><x-card><b>inert</b></x-card></template>'
	}).map((row) => ({ ...row, steps: [...again, { until: 'logs.length' }] })),
	...both('part: a custom element with fields and a form, defined by a deferred script', {
		body: `<form id="own"><x-field><label>Own <input name="own" value="1"></label></x-field></form><x-form><form id="inner"><input name="i" value="2"></form></x-form><script type="module">for (const name of ['x-field', 'x-form']) customElements.define(name, class extends HTMLElement { connectedCallback() { this.append(String(this.querySelector('input').form.id)) } })</script>`
	}),
	...both('part: a custom element whose content has a script', {
		head: LOG,
		body: `<x-page><p>one</p><script>log(document.querySelectorAll('x-page p').length)</script><p>two</p></x-page><script>customElements.define('x-page', class extends HTMLElement { connectedCallback() { this.title = 'shown' } })</script>`
	}),
	{
		name: 'part: a custom element that reads its content, in a page without a body tag',
		site: Object.fromEntries(
			['GET /', 'POST /answer'].map((key, index) => [
				key,
				{
					body: `<!doctype html><html data-page="${index ? 'answer' : 'form'}"><meta charset="utf-8"><link rel="icon" href="data:,">{script}<title>t</title><x-line><b>x</b></x-line>${index ? '' : form()}<script type="module">customElements.define('x-line', class extends HTMLElement { connectedCallback() { this.append(' in ' + this.parentNode.localName + this.children.length) } })</script>`
				}
			])
		)
	},
	...['disabled', 'hidden', 'inert'].flatMap((attribute) =>
		both(`part: autofocus on an element that is ${attribute}, then on another one`, {
			body: `<button ${attribute} autofocus id="first">1</button><button autofocus id="second">2</button>`
		})
	),
	...both('part: autofocus in a closed dialog, then on another element', {
		body: '<dialog><button autofocus id="first">1</button></dialog><button autofocus id="second">2</button>'
	}),
	...both('part: details of one name', {
		body: '<details name="a" open><summary>1</summary>one</details><details name="a"><summary>2</summary>two</details>'
	}),
	...both('part: a popover that a script shows', {
		body: '<div popover id="p">shown</div><script>p.showPopover()</script>'
	}),
	...both('part: hidden until found, inert', {
		body: '<p hidden="until-found">hidden</p><p inert>inert</p>'
	}),
	...both('part: output, meter, progress', {
		body: '<output>4</output><meter value="3" max="5">3</meter><progress value="1">1</progress>'
	}),
	...both('part: a slot with light children', {
		body: '<div><template shadowrootmode="open"><slot name="a">none</slot></template><b slot="a">light</b></div>'
	}),
	...both('part: noscript within noscript-like text', {
		body: '<noscript><p>a</p><!-- </noscript> --><p>b</p></noscript><p>c</p>'
	}),
	...both('part: a table without tbody, with a form in it', {
		body: '<table><form id="t" method="post"><tr><td><input name="in" value="1"></td></tr></form></table>'
	}),
	...both('part: an option without an end, a legend, labels', {
		body: '<fieldset><legend>L</legend><label for="s">S</label><select id="s"><option>a<option>b<optgroup label="g"><option selected>c</select></fieldset>'
	}),
	...both('part: an object and an embed', {
		body: '<object data="data:text/plain,x" width="10" height="10">fallback</object><p>after</p>'
	}),
	...both('part: two ids of one name', {
		body: '<p id="x">1</p><p id="x">2</p><script>document.title = document.getElementById("x").textContent</script>'
	}),
	{
		name: 'part: a modal dialog of the page that was left is gone',
		site: {
			'GET /': formPage({
				body: `<dialog id="d">${form()}</dialog><script>document.getElementById('d').showModal()</script>`
			}),
			'POST /answer': answerPage({
				body: '<button id="b" type="button" onclick="document.title = \'pressed\'">b</button>'
			})
		},
		steps: [...again, { click: '#b' }, { until: `document.title === 'pressed'` }]
	},
	{
		name: 'part: a popover with the form, sent from there',
		site: {
			'GET /': formPage({
				body: `<div popover id="p">${form()}</div><script>document.getElementById('p').showPopover()</script>`
			}),
			'POST /answer': answerPage()
		}
	},
	{
		name: 'part: a page without a title',
		site: {
			'GET /': formPage(),
			'POST /answer': { body: '<!doctype html><html data-page="answer"><p>x' }
		}
	},
	{
		name: 'part: a large page',
		site: {
			'GET /': formPage(),
			'POST /answer': answerPage({
				body: `<ul>${'<li>item <b>bold</b> &amp; more</li>'.repeat(5000)}</ul><p id="end">end</p>`
			})
		}
	}
];

/** Pages with what is rare. */
export const oddPages: Row[] = [...policies, ...scripts, ...parts];
