import { LOG } from '../outcome.ts';
import { answerPage, form, formPage, type Page, type Row, type Step } from '../row.ts';

const again: Step[] = [{ click: '#go' }, { page: 'answer' }];

const sending = (
	name: string,
	body: string,
	more: Partial<Row> = {},
	head = ''
): Row => ({
	name: `sent: ${name}`,
	site: {
		'GET /': formPage({ body, head }),
		'POST /answer': answerPage({ body: '<pre>{header.content-type} {sent}</pre>' })
	},
	...more
});

const answering = (name: string, page: Partial<Page>, more: Partial<Row> = {}): Row => ({
	name: `answer: ${name}`,
	site: { 'GET /': formPage(), 'POST /answer': answerPage(page) },
	...more
});

const raw = (name: string, body: string, more: Partial<Row> = {}, until = '!document.forms.length && document.readyState === "complete"'): Row => ({
	name: `raw: ${name}`,
	site: { 'GET /': formPage(), 'POST /answer': { body } },
	steps: [{ click: '#go' }, { until }],
	...more
});

const clobber = (name: string, made: string, more: Partial<Row> = {}): Row => ({
	name: `a name of the document's taken by ${name}`,
	site: {
		'GET /': formPage({ body: form() + made }),
		'POST /answer': answerPage({ body: `<p id="p">{n} {post.name}</p>${form()}${made}` })
	},
	steps: [...again, { click: '#go' }, { until: `document.getElementById?.('p') ? true : true` }, { page: 'answer' }],
	...more
});

const NAMES = ['body', 'querySelector', 'querySelectorAll', 'title', 'open', 'write', 'close', 'scripts', 'activeElement', 'documentElement', 'readyState', 'characterSet', 'createElement', 'head', 'forms', 'contentType', 'implementation', 'defaultView', 'baseURI', 'URL', 'location', 'addEventListener', 'getElementById', 'cookie', 'getRootNode', 'contains', 'visibilityState'];

export const variants: Row[] = [
	sending('several of one name', form('<input name="a" value="1"><input name="a" value="2"><select name="m" multiple><option selected>1<option>2<option selected>3</select><input type="checkbox" name="c" checked><input type="radio" name="r" value="x" checked><textarea name="t">a\nb</textarea>')),
	sending('the button that was pressed', form('<button id="other" name="how" value="ü & x">Other</button>'), { steps: [{ click: '#other' }, { page: 'answer' }] }),
	sending('an image as a button', form('<input type="image" id="img" name="at" alt="send" width="20" height="20" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">'), { steps: [{ click: '#img' }, { page: 'answer' }] }),
	sending('dirname and _charset_', form('<input name="d" dirname="d.dir" dir="rtl" value="x"><input type="hidden" name="_charset_">')),
	sending('accept-charset', form('<input name="u" value="ü€漢">', 'method="post" action="answer" accept-charset="windows-1252"'), { native: true }),
	sending('text/plain', form('<textarea name="t">a\nb</textarea>', 'method="post" action="answer" enctype="text/plain"')),
	sending('multipart', form('<textarea name="t">a\nb</textarea><input name=\'q"x\' value="ü"><input type="file" name="f">', 'method="post" action="answer" enctype="multipart/form-data"')),
	sending('controls outside by form=', `<input name="out" form="f" value="o"><form id="f" method="post" action="answer"><input name="in" value="i"></form><button id="go" form="f" name="b" value="v">go</button>`),
	sending('a disabled fieldset and datalist', form('<fieldset disabled><legend><input name="l" value="l"></legend><input name="x" value="x"></fieldset><datalist><input name="d" value="d"></datalist>')),
	sending('a formdata listener adds', form() + `<script>document.forms[0].addEventListener('formdata', ({ formData }) => formData.append('added', 'yes'))</script>`),
	sending('a submit listener changes a value and disables the button', form() + `<script>document.forms[0].addEventListener('submit', (event) => { document.querySelector('[name=name]').value = 'changed'; event.submitter.disabled = true })</script>`),
	sending('requestSubmit by a script', form() + `<script>document.getElementById('go').type = 'button'; document.getElementById('go').onclick = () => document.forms[0].requestSubmit()</script>`),
	sending('submit() by a script is the browser\'s', form() + `<script>document.getElementById('go').type = 'button'; document.getElementById('go').onclick = () => document.forms[0].submit()</script>`, { native: true }),
	sending('formenctype and formaction of the button', form('<button id="o" formenctype="multipart/form-data" formaction="answer?x=1">o</button>'), { steps: [{ click: '#o' }, { page: 'answer' }] }),
	sending('names of the form shadowed by its fields', form('<input name="action" value="a"><input name="method" value="m"><input name="submit" value="s"><input name="elements" value="e"><input name="querySelector" value="q"><input name="prepend" value="p"><input name="ownerDocument" value="o"><input name="isConnected" value="i"><input name="getAttribute" value="g"><input name="enctype"><input name="target"><input name="dispatchEvent"><input name="id"><input name="closest"><input name="matches"><input name="requestSubmit"><input name="setAttribute"><input name="removeAttribute"><input name="contains"><input name="getRootNode"><input name="addEventListener"><input name="parentNode"><input name="attributes"><input name="nodeType"><input name="localName"><input name="querySelectorAll">'), { steps: [{ run: `document.getElementById('go').click()` }, { page: 'answer' }] }),
	sending('invalid: nothing is sent', form('<input name="req" required>'), { steps: [{ click: '#go' }, { page: 'form' }] }),
	sending('formnovalidate', form('<input name="req" required><button id="o" formnovalidate>o</button>'), { steps: [{ click: '#o' }, { page: 'answer' }] }),
	sending('referrerpolicy no-referrer of the page', form(), {}, '<meta name="referrer" content="no-referrer">'),
	{ name: 'referer and origin of the request', site: { 'GET /': formPage(), 'POST /answer': answerPage({ body: '{header.referer} {header.cookie}' }) } },
	{ name: 'referer of the next request after an answer', site: { 'GET /': formPage(), 'POST /answer': answerPage({ body: form('', 'method="post" action="last"') }), 'POST /last': { page: { name: 'last', body: '{header.referer}' } } }, steps: [...again, { click: '#go' }, { page: 'last' }] },
	{ name: 'method=dialog closes', site: { 'GET /': formPage({ body: `<dialog open>${form('<button id="d" formmethod="dialog" value="v">x</button>')}</dialog>` }) }, steps: [{ click: '#d' }, { until: `!document.querySelector('dialog').open` }] },
	{ name: 'a form in a declarative shadow root', site: { 'GET /': formPage({ body: `<div id="host"><template shadowrootmode="open">${form()}</template></div>` }), 'POST /answer': answerPage({ body: `<div id="host"><template shadowrootmode="open">${form('', 'method="post" action="last"')}</template></div>` }), 'POST /last': { page: { name: 'last', body: 'last {post.name}' } } }, steps: [{ run: `document.getElementById('host').shadowRoot.getElementById('go').click()` }, { page: 'answer' }, { run: `document.getElementById('host').shadowRoot.getElementById('go').click()` }, { page: 'last' }] },
	{ name: 'a form in a nested shadow root of a custom element', site: { 'GET /': formPage({ body: `<x-a></x-a><script>customElements.define('x-b', class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(form())} } }); customElements.define('x-a', class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<x-b></x-b>' } })</script>` }), 'POST /answer': answerPage() }, steps: [{ run: `document.querySelector('x-a').shadowRoot.querySelector('x-b').shadowRoot.getElementById('go').click()` }, { page: 'answer' }] },
	{ name: 'a form in a closed shadow root is the browser\'s', site: { 'GET /': formPage({ body: `<div id="host"></div><script>window.inner = document.getElementById('host').attachShadow({ mode: 'closed' }); inner.innerHTML = ${JSON.stringify(form())}</script>` }), 'POST /answer': answerPage() }, steps: [{ run: `inner.getElementById('go').click()` }, { page: 'answer' }], native: true },
	{ name: 'a form with a target frame', site: { 'GET /': formPage({ body: form('', 'method="post" action="answer" target="f"') + '<iframe name="f"></iframe>' }), 'POST /answer': answerPage() }, steps: [{ click: '#go' }, { until: `frames[0].document.documentElement.dataset.page === 'answer'` }] },
	{ name: 'a form in a frame', site: { 'GET /': formPage({ body: '<iframe src="inner"></iframe>' }), 'GET /inner': { page: { name: 'inner', body: form() } }, 'POST /answer': answerPage() }, steps: [{ until: `frames[0].document.getElementById('go') && frames[0].document.readyState === 'complete'` }, { run: `setTimeout(() => frames[0].document.getElementById('go').click(), 300)` }, { until: `frames[0].document.documentElement.dataset.page === 'answer'` }] },

	// Answers by their parts
	answering('pageshow', { head: `${LOG}<script>addEventListener('pageshow', ({ persisted }) => log('pageshow ' + persisted + document.readyState)); addEventListener('load', () => log('load'))</script>` }),
	answering('window.onload and onpageshow of the body', { head: `${LOG}<script>window.onload = () => log('onload')</script>`, body: '<p>x</p><script>document.body.onpageshow = () => log("pageshow")</script>' }),
	{ name: 'pagehide and unload of the page that is left', site: { 'GET /': formPage({ head: `<script>for (const type of ['pagehide', 'unload', 'visibilitychange']) addEventListener(type, () => sessionStorage.setItem(type, document.visibilityState))</script>` }), 'POST /answer': answerPage({ head: `<script>window.logs = ['pagehide', 'unload'].map((type) => sessionStorage.getItem(type))</script>` }) } },
	answering('a frame with a page of the server', { body: '<iframe src="inner"></iframe><p>after</p>' }, { site: { 'GET /': formPage(), 'POST /answer': answerPage({ body: '<iframe src="inner"></iframe><p>after</p>' }), 'GET /inner': { page: { name: 'inner', body: 'inner' } } } }),
	{ name: 'a frame in both pages', site: { 'GET /': formPage({ body: form() + '<iframe src="inner"></iframe>' }), 'POST /answer': answerPage({ body: '<iframe src="inner"></iframe><p>after</p>' }), 'GET /inner': { page: { name: 'inner', body: 'inner' } } } },
	{ name: 'an image of the server in both pages', site: { 'GET /': formPage({ body: form() + '<img src="pic">' }), 'POST /answer': answerPage({ body: '<img src="pic"><p>after</p>' }), 'GET /pic': { type: 'image/gif', bytes: 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', headers: { 'cache-control': 'max-age=600' } } } },
	answering('document.write in a deferred script is nothing', { body: `<script type="module">document.write('no')</script><p>kept</p>` }),
	answering('document.write of a script', { head: LOG, body: `<script>document.write('<script>log("written"); document.write("<p>deep</p>")<' + '/script>')</script><p>after</p>` }),
	answering('document.write after load', { body: `<p>first</p><script>addEventListener('load', () => setTimeout(() => { document.write('<html data-page=answer><p>second'); document.close() }))</script>` }),
	answering('document.currentScript of an external one, and insertion points', { head: `${LOG}<script src="/assets/classic.js"></script>`, body: `<script>log(document.body.children.length)</script><p>a</p><script>log(document.body.children.length)</script>` }),
	answering('addresses: document.URL, baseURI, referrer of links', { head: LOG, body: `<script>log(document.URL.replace(location.origin, '')); log(document.baseURI.replace(location.origin, '')); log(new Request('x').url.replace(location.origin, ''))</script>` }),
	answering('autofocus', { head: LOG, body: `<input name="a"><input id="af" name="b" autofocus><script>addEventListener('load', () => requestAnimationFrame(() => setTimeout(() => log(document.activeElement.id))))</script>` }),
	answering('a page that asks for itself by fetch', { head: LOG, body: `<script>fetch('data').then((r) => r.text()).then((t) => { log(t); document.title = 'fetched' })</script>` }, { site: { 'GET /': formPage(), 'POST /answer': answerPage({ head: LOG, body: `<script>fetch('data').then((r) => r.text()).then((t) => { log(t); document.title = 'fetched' })</script>` }), 'GET /data': { type: 'text/plain', body: 'data' } }, steps: [...again, { until: `document.title === 'fetched'` }] }),
	answering('location.replace in a script of the answer', { body: `<script>location.replace('next')</script>`, name: 'between' }, { site: { 'GET /': formPage(), 'POST /answer': { page: { name: 'between', body: `<script>location.replace('next')</script>` } }, 'GET /next': { page: { name: 'answer', body: 'next' } } }, native: true }),
	answering('location.href in a script of the answer', {}, { site: { 'GET /': formPage(), 'POST /answer': { page: { name: 'between', body: `<script>location.href = 'next'</script>` } }, 'GET /next': { page: { name: 'answer', body: 'next' } } }, native: true }),
	answering('a form that sends itself', {}, { site: { 'GET /': formPage(), 'POST /answer': { page: { name: 'between', body: `${form('', 'method="post" action="last"')}<script>document.forms[0].submit()</script>` } }, 'POST /last': { page: { name: 'answer', body: 'next {post.name}' } } }, native: true }),
	answering('history.replaceState in a script of the answer', { head: LOG, body: `<script>history.replaceState({ a: 1 }, '', 'other?x'); log(history.state.a)</script>` }),
	answering('meta refresh in noscript', { head: '<noscript><meta http-equiv="refresh" content="0;url=no"></noscript>' }),
	answering('a Refresh after a second', {}, { site: { 'GET /': formPage(), 'POST /answer': { headers: { refresh: '1;URL=\'next\'' }, page: { name: 'between', body: 'wait' } }, 'GET /next': { page: { name: 'answer', body: 'next' } } }, native: true }),
	{ name: 'the refresh of the page that was left is gone', site: { 'GET /': formPage({ head: '<meta http-equiv="refresh" content="2;url=timeout">' }), 'POST /answer': answerPage(), 'GET /timeout': { page: { name: 'timeout', body: 'timeout' } } }, steps: [...again, { run: `setTimeout(() => (window.waited = true), 2500)` }, { until: 'window.waited' }] },
	{ name: 'a Refresh header of the page that was left is gone', site: { 'GET /': { ...formPage(), headers: { refresh: '2;url=timeout' } }, 'POST /answer': answerPage(), 'GET /timeout': { page: { name: 'timeout', body: 'timeout' } } }, steps: [...again, { run: `setTimeout(() => (window.waited = true), 2500)` }, { until: 'window.waited' }] },
	...[['external let, in the answer', 'lexical']].map(([name, file]): Row => answering(name!, { head: `${LOG}<script src="/assets/${file}.js"></script>` })),
	{ name: 'an external script with a top-level const, in both pages', site: { 'GET /': formPage({ head: `${LOG}<script src="/assets/lexical.js"></script>` }), 'POST /answer': answerPage({ head: `${LOG}<script src="/assets/lexical.js"></script>` }) }, native: true },
	{ name: 'an external script with a top-level const in the answer, sent again from there', site: { 'GET /': formPage(), 'POST /answer': answerPage({ head: `${LOG}<script src="/assets/lexical.js"></script>`, body: form('', 'method="post" action="last"') }), 'POST /last': { page: { name: 'last', head: `${LOG}<script src="/assets/lexical.js"></script>`, body: 'last' } } }, steps: [...again, { click: '#go' }, { page: 'last' }], native: true },
	answering('async and deferred and module, slow', { head: `${LOG}<script defer src="/assets/slow.js"></script><script type="module" async>log('async module')</script><script type="module">await new Promise((r) => setTimeout(r, 50)); log('module after await ' + document.readyState)</script>` }),
	answering('a module that is not there', { head: `${LOG}<script type="module" src="/assets/none.js"></script><script src="/assets/none.js" onerror="log('error')"></script><script type="module">log('still')</script>` }),
	answering('a module that throws', { head: `${LOG}<script>addEventListener('error', ({ message }) => log(message))</script><script type="module">log('a'); throw new Error('on purpose')</script><script type="module">log('b')</script>` }),
	answering('window.onerror and unhandledrejection', { head: `${LOG}<script>window.onerror = (m) => { log(m); return true }; addEventListener('unhandledrejection', (e) => { log('rejected ' + e.reason); e.preventDefault() })</script><script>null.x</script><script>Promise.reject(1)</script>` }),
	answering('inline module that imports dynamically', { head: `${LOG}<script type="module">log(typeof (await import('/assets/module.js')))</script>` }),
	answering('customized built-in and slots, templates cloned', { head: LOG, body: `<template id="t"><b>cloned</b></template><script>document.body.append(document.getElementById('t').content.cloneNode(true)); log(document.getElementById('t').content.ownerDocument === document)</script>` }),
	answering('a form-associated custom element', { body: `<form><x-f name="x"></x-f></form><script>customElements.define('x-f', class extends HTMLElement { static formAssociated = true; constructor() { super(); this.i = this.attachInternals(); this.i.setFormValue('v') } }); document.title = new FormData(document.forms[0]).get('x')</script>` }),
	answering('details toggled by a script, and its event', { head: LOG, body: `<details id="d"><summary>s</summary>text</details><script>d.addEventListener('toggle', () => log('toggle ' + d.open)); d.open = true</script>` }),
	answering('popover shown by a script', { body: `<div popover id="p">shown</div><script>p.showPopover()</script>` }),
	answering('styles: @import, media, link disabled, alternate', { head: `<style>@import "/assets/style.css"; @media print { h1 { display: none } }</style>`, body: '<h1>big</h1>' }),
	answering('inert, hidden and contenteditable', { body: '<p hidden>no</p><p inert>inert</p><p contenteditable>edit</p>' }),

	// Raw documents
	raw('text alone', 'just text'),
	raw('nothing', '', {}),
	raw('a fragment without html, head, body', '<!doctype html><title>T</title><h1>Hello'),
	raw('a title that does not end', '<!doctype html><p>before</p><title>Title'),
	raw('a style that does not end', '<!doctype html><p>before</p><style>p { text-transform: uppercase }'),
	raw('a script that does not end', '<!doctype html><p>before</p><script>document.title = "ran"'),
	raw('a tag that does not end', '<!doctype html><p>before</p><a href=x'),
	raw('an attribute that does not end', '<!doctype html><p>before</p><a href="x'),
	raw('xmp that does not end', '<!doctype html><p>before</p><xmp><b>x'),
	raw('noscript that does not end', '<!doctype html><p>before</p><noscript><b>x'),
	raw('iframe that does not end', '<!doctype html><p>before</p><iframe>text'),
	raw('select that does not end', '<!doctype html><p>before</p><select><option>x'),
	raw('svg that does not end', '<!doctype html><p>before</p><svg><text>x'),
	raw('template that does not end', '<!doctype html><p>before</p><template><b>x'),
	raw('frameset', '<!doctype html><html><head><title>F</title></head><frameset cols="*,*"><frame src="data:text/html,a"><frame src="data:text/html,b"></frameset></html>'),
	raw('text and comments behind the end', '<!doctype html><body><p>x</p></body></html><!-- c --> text behind <script>document.title = "behind"</script>'),
	raw('head in the middle, two htmls', '<!doctype html><html lang="en"><p>x</p><html dir="rtl" lang="de"><head><title>t</title></head>'),
	raw('NUL and controls', '<!doctype html><p>a\u0000b\u0001c</p>'),
	raw('deep nesting', `<!doctype html>${'<div>'.repeat(600)}deep`),
	raw('slash and case in tags', '<!DOCTYPE html><BODY><P/>x<BR/><IMG ALT="pic"/>y</P></BODY>'),
	raw('cdata and processing instructions', '<?php echo 1 ?><!doctype html><![CDATA[ x ]]><p>y</p>'),

	// Headers
	...([
		['content-disposition: inline', { 'content-disposition': 'inline; filename="x.html"' }],
		['content-disposition without a type', { 'content-disposition': 'filename=x.html' }],
		['nosniff', { 'x-content-type-options': 'nosniff' }],
		['content-language', { 'content-language': 'de' }],
		['no-store', { 'cache-control': 'no-store' }],
		['two content-types by comma', {}],
		['link preload', { link: '</assets/style.css>; rel=preload; as=style' }],
		['clear-site-data', { 'clear-site-data': '"storage"' }],
		['referrer-policy no-referrer', { 'referrer-policy': 'no-referrer' }],
		['report only policy', { 'content-security-policy-report-only': "script-src 'none'" }],
		['x-frame-options', { 'x-frame-options': 'DENY' }]
	] as [string, Record<string, string>][]).map(([name, headers]): Row => ({ name: `header: ${name}`, site: { 'GET /': formPage(), 'POST /answer': answerPage({ head: `<script>window.logs = [document.referrer === '' || 'ref', getComputedStyle(document.documentElement).textTransform]</script><style>:lang(de) h1 { text-transform: uppercase }</style>` }, { headers }) } })),
	{ name: 'status 302 without Location', site: { 'GET /': formPage(), 'POST /answer': answerPage({}, { status: 302 }) } },
	{ name: 'status 300', site: { 'GET /': formPage(), 'POST /answer': answerPage({}, { status: 300 }) } },
	{ name: 'status 304 with a page', site: { 'GET /': formPage(), 'POST /answer': answerPage({}, { status: 299 }) } },
	{ name: 'a redirect to a Location with a fragment and the same page', site: { 'GET /': formPage(), 'POST /answer': { status: 303, headers: { location: 'done?x' } }, 'GET /done?x': answerPage() } },
	{ name: 'bit by bit', site: { 'GET /': formPage(), 'POST /answer': answerPage({ body: `<p>${'Grüße 漢字 '.repeat(200)}</p><script>document.title = 'whole'</script>` }, { slowly: true }) } },
	{ name: 'bit by bit, behind a redirect', site: { 'GET /': formPage(), 'POST /answer': { status: 303, headers: { location: 'done' } }, 'GET /done': answerPage({}, { slowly: true }) } },
	{ name: 'reload after a redirect', site: { 'GET /': formPage(), 'POST /answer': { status: 303, headers: { location: 'done' } }, 'GET /done': answerPage({ body: '{n}' }) }, steps: [...again, { run: 'setTimeout(() => location.reload())' }, { until: `document.body.innerText === '2'` }, { page: 'answer' }], native: true },
	{ name: 'a link clicked while a form is in flight', site: { 'GET /': formPage({ body: `${form()}<a id="link" href="third">x</a>` }), 'POST /answer': answerPage({}, { held: true }), 'GET /third': { page: { name: 'third', body: 'third' } } }, steps: [{ run: `document.forms[0].addEventListener('submit', () => setTimeout(() => document.getElementById('link').click(), 150))` }, { click: '#go' }, { page: 'third' }, { release: 50 }, { run: `setTimeout(() => (window.waited = true), 200)` }, { until: 'window.waited' }], native: true },
	{ name: 'scrollRestoration manual', site: { 'GET /': formPage({ head: `<script>history.scrollRestoration = 'manual'</script>`, body: '<p style="height:3000px"></p>' + form() }), 'POST /answer': answerPage() }, steps: [...again, { go: 'back' }, { page: 'form' }] },
	{ name: 'back to where it was scrolled', site: { 'GET /': formPage({ body: '<p style="height:3000px"></p>' + form() }), 'POST /answer': answerPage() }, steps: [...again, { go: 'back' }, { page: 'form' }] },
	{ name: 'back brings back a hidden value that a script has set', site: { 'GET /': formPage({ body: form('<input type="hidden" name="h" value="a"><input type="date" name="d"><input type="password" name="p"><input type="search" name="s"><input name="off" autocomplete="off"><input type="range" name="r">') }), 'POST /answer': answerPage() }, steps: [{ run: `document.querySelector('[name=h]').value = 'b', document.querySelector('[name=d]').value = '2020-02-02', document.querySelector('[name=p]').value = 'pw', document.querySelector('[name=s]').value = 'se', document.querySelector('[name=off]').value = 'off', document.querySelector('[name=r]').value = '9'` }, ...again, { go: 'back' }, { page: 'form' }] },
	{ name: 'Trusted Types with a default policy that changes', site: { 'GET /': { ...formPage({ head: `<script>trustedTypes.createPolicy('default', { createHTML: (text) => text.replaceAll('Answer', 'Changed') })</script>` }), headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types default" } }, 'POST /answer': answerPage() }, native: true },
	{ name: 'a PDF', site: { 'GET /': formPage(), 'POST /answer': { type: 'application/pdf', body: '%PDF-1.4\n' } }, steps: [{ click: '#go' }, { until: `!document.querySelector('[aria-busy]')` }, { page: 'form' }] },
	{ name: 'XML with the namespace of XHTML', site: { 'GET /': formPage(), 'POST /answer': { type: 'text/xml', body: '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>xml</p></body></html>' } }, steps: [{ click: '#go' }, { until: `!document.documentElement.dataset.page` }], native: true, differs: { blob: true } },
	{ name: 'SVG', site: { 'GET /': formPage(), 'POST /answer': { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"><text>svg</text></svg>' } }, steps: [{ click: '#go' }, { until: `!document.documentElement.dataset.page` }], native: true, differs: { blob: true } },
	{ name: 'an action on another origin', site: { 'GET /': formPage({ body: form('', 'method="post" action="{origin.other}/x"') }) }, steps: [{ click: '#go' }, { until: `document.documentElement.dataset.page === 'other'` }], native: true },
	...NAMES.map((name) => clobber(`a form: ${name}`, `<form name="${name}"><input></form>`)),
	clobber('images', ['body', 'open', 'write', 'close', 'querySelectorAll', 'documentElement', 'activeElement'].map((name) => `<img name="${name}" alt="">`).join('')),
];
