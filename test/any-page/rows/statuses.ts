import { answerPage, form, formPage, type Row } from '../row.ts';

const STATUSES = [
	200, 201, 202, 203, 206, 400, 401, 403, 404, 405, 409, 410, 413, 418, 422, 429, 451, 500, 502,
	503, 504
];

/** A page in answer, whatever its status. */
const elsewhere: Row[] = STATUSES.map((status) => ({
	name: `a page with status ${status} at another address`,
	site: { 'GET /': formPage(), 'POST /answer': answerPage({}, { status }) }
}));

/** The form again, with what is wrong and what was typed: Rails, Django, Phoenix. */
const again: Row[] = [200, 400, 409, 422, 500].map((status) => ({
	name: `the form again with status ${status}, errors and what was typed`,
	site: {
		'GET /': formPage({ body: form('', 'method="post" action=""') }),
		'POST /': {
			status,
			page: {
				name: 'answer',
				body: `<p class="error">Name is taken</p><form method="post"><label>Name <input name="name" value="{post.name}" aria-invalid="true"></label><button id="go">Send</button></form>`
			}
		}
	},
	steps: [
		{ run: `document.querySelector('input').value = 'Bob'` },
		{ click: '#go' },
		{ page: 'answer' }
	],
	differs: { noEntry: true }
}));

const TYPES = [
	'text/html',
	'TEXT/HTML; Charset="UTF-8"',
	'text/html;charset=utf8',
	'text/html; foo=bar; charset=utf-8',
	null,
	'unknown/unknown'
];

const types: Row[] = TYPES.map((type) => ({
	name: `a page of type ${type}`,
	...(type?.startsWith('unknown') && { without: { firefox: 'saves it as a file' } }),
	site: { 'GET /': formPage(), 'POST /answer': answerPage({ body: '<h1>Grüße</h1>' }, { type }) }
}));

const XHTML = `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" data-page="answer" lang="de"><head><title>x</title><script><![CDATA[ window.logs = [1 < 2 && 'ran']; ]]></script></head><body><div id="empty"/><p>Ein Satz &amp; mehr</p><textarea name="t"/><p>danach</p></body></html>`;

const xhtml: Row[] = [
	{
		name: 'an XHTML page: empty elements, CDATA',
		site: { 'GET /': formPage(), 'POST /answer': { type: 'application/xhtml+xml', body: XHTML } }
	}
];

const broken: Row[] = [
	['two bodies', '<h1>One</h1></body><body class="second"><h1>Two</h1>'],
	['open elements', '<div><p>One<table><tr><td>Two<b>three'],
	['a table in a paragraph', '<p>a<table><tr><td>b</table>c</p>'],
	['a comment that does not end', '<p>before</p><!-- <p>in it</p>'],
	['a script element in a comment', '<!-- <script>logs.push("no")</script> --><p>after</p>'],
	[
		'a script element in a textarea',
		'<textarea name="t"><script>no</script></textarea><p>after</p>'
	],
	['attributes without quotes', '<p id=a class=b title=c>text<a href=x/y>z</a>'],
	['markup in attribute values', '<p title="<script>1</script>" data-x=\'</body>\'>text</p>'],
	['entities', '<p>&amp;lt; &copy; &notit; &#x41; &#0; &nbsp;|</p>'],
	['a form in a form', '<form><input name="a"><form><input name="b"></form></form>'],
	['frames that are none', '<frameset><frame></frameset><p>text</p>'],
	['svg and math', '<svg><title>t</title><text>s</text></svg><math><mi>x</mi></math><p>p</p>'],
	['thousands of tags that do not end', `<p>a</p>${'<a b '.repeat(20_000)}`],
	[
		'a quotation mark in a value without quotes',
		'<p class=it\'s>a</p><script>window.logs = ["ran"]</script><p>b</p>'
	],
	['markup and an equals sign behind a value', '<p title="a>b" = "c>d" x=\'</p>\'>e</p>'],
	['plaintext', '<p>a</p><plaintext><b>b</b>']
].map(([name, body]) => ({
	name: `broken or odd markup: ${name}`,
	site: { 'GET /': formPage(), 'POST /answer': answerPage({ body: body! }) }
}));

const doctypes: Row[] = [
	['none', ''],
	[
		'an old one',
		'<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">'
	],
	['quirks', '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">'],
	['behind a comment', '<!-- hello --><!doctype html>'],
	['behind white space', '\n\n  <!DOCTYPE html>\n']
].map(([name, doctype]) => ({
	name: `doctype: ${name}`,
	site: {
		'GET /': formPage(),
		'POST /answer': answerPage({ doctype: doctype!, html: 'lang="fr" dir="rtl"' })
	}
}));

export const statuses: Row[] = [...elsewhere, ...again, ...types, ...xhtml, ...broken, ...doctypes];
