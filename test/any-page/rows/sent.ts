import { answerPage, form, formPage, type Row } from '../row.ts';

const sending = (name: string, body: string, more: Partial<Row> = {}, head = ''): Row => ({
	name: `sent: ${name}`,
	site: {
		'GET /': formPage({ body, head }),
		'POST /answer': answerPage({ body: '<pre>{header.content-type} {sent}</pre>' })
	},
	...more
});

/** What forms send, as the server sees it. */
export const sent: Row[] = [
	sending(
		'several of one name',
		form(
			'<input name="a" value="1"><input name="a" value="2"><select name="m" multiple><option selected>1<option>2<option selected>3</select><input type="checkbox" name="c" checked><input type="radio" name="r" value="x" checked><textarea name="t">a\nb</textarea>'
		)
	),
	sending(
		'the button that was pressed',
		form('<button id="other" name="how" value="ü & x">Other</button>'),
		{ steps: [{ click: '#other' }, { page: 'answer' }] }
	),
	sending(
		'an image as a button',
		form(
			'<input type="image" id="img" name="at" alt="send" width="20" height="20" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">'
		),
		{ steps: [{ click: '#img' }, { page: 'answer' }] }
	),
	sending(
		'dirname and _charset_',
		form(
			'<input name="d" dirname="d.dir" dir="rtl" value="x"><input type="hidden" name="_charset_">'
		)
	),
	sending(
		'accept-charset',
		form(
			'<input name="u" value="ü€漢">',
			'method="post" action="answer" accept-charset="windows-1252"'
		),
		{ native: true }
	),
	sending(
		'text/plain',
		form('<textarea name="t">a\nb</textarea>', 'method="post" action="answer" enctype="text/plain"')
	),
	sending(
		'multipart',
		form(
			'<textarea name="t">a\nb</textarea><input name=\'q"x\' value="ü"><input type="file" name="f">',
			'method="post" action="answer" enctype="multipart/form-data"'
		)
	),
	sending(
		'controls outside by form=',
		`<input name="out" form="f" value="o"><form id="f" method="post" action="answer"><input name="in" value="i"></form><button id="go" form="f" name="b" value="v">go</button>`
	),
	sending(
		'a disabled fieldset and datalist',
		form(
			'<fieldset disabled><legend><input name="l" value="l"></legend><input name="x" value="x"></fieldset><datalist><input name="d" value="d"></datalist>'
		)
	),
	sending(
		'a formdata listener adds',
		form() +
			`<script>document.forms[0].addEventListener('formdata', ({ formData }) => formData.append('added', 'yes'))</script>`
	),
	sending(
		'a submit listener changes a value and disables the button',
		form() +
			`<script>document.forms[0].addEventListener('submit', (event) => { document.querySelector('[name=name]').value = 'changed'; event.submitter.disabled = true })</script>`
	),
	sending(
		'requestSubmit by a script',
		form() +
			`<script>document.getElementById('go').type = 'button'; document.getElementById('go').onclick = () => document.forms[0].requestSubmit()</script>`
	),
	sending(
		"submit() by a script is the browser's",
		form() +
			`<script>document.getElementById('go').type = 'button'; document.getElementById('go').onclick = () => document.forms[0].submit()</script>`,
		{ native: true }
	),
	sending(
		'formenctype and formaction of the button',
		form('<button id="o" formenctype="multipart/form-data" formaction="answer?x=1">o</button>'),
		{ steps: [{ click: '#o' }, { page: 'answer' }] }
	),
	sending(
		'names of the form shadowed by its fields',
		form(
			'<input name="action" value="a"><input name="method" value="m"><input name="submit" value="s"><input name="elements" value="e"><input name="querySelector" value="q"><input name="prepend" value="p"><input name="ownerDocument" value="o"><input name="isConnected" value="i"><input name="getAttribute" value="g"><input name="enctype"><input name="target"><input name="dispatchEvent"><input name="id"><input name="closest"><input name="matches"><input name="requestSubmit"><input name="setAttribute"><input name="removeAttribute"><input name="contains"><input name="getRootNode"><input name="addEventListener"><input name="parentNode"><input name="attributes"><input name="nodeType"><input name="localName"><input name="querySelectorAll">'
		),
		{ steps: [{ run: `document.getElementById('go').click()` }, { page: 'answer' }] }
	),
	sending('invalid: nothing is sent', form('<input name="req" required>'), {
		steps: [{ click: '#go' }, { page: 'form' }]
	}),
	sending(
		'formnovalidate',
		form('<input name="req" required><button id="o" formnovalidate>o</button>'),
		{ steps: [{ click: '#o' }, { page: 'answer' }] }
	),
	sending(
		'referrerpolicy no-referrer of the page',
		form(),
		{},
		'<meta name="referrer" content="no-referrer">'
	)
];
