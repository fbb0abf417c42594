import type { Section } from '../case.ts';
import { postForm } from '../document.ts';

const MULTIPART = 'enctype="multipart/form-data"';
const choose = (...files: [name: string, content: string, type?: string][]): string =>
	`parity.choose(document.querySelector('[type=file]'), ...${JSON.stringify(files)})`;
const UP = '<input type="file" name="up" multiple>';

/** A form-associated element whose value a script sets. */
const custom = (value: string): string => `
	customElements.define('x-field', class extends HTMLElement {
		static formAssociated = true;
		constructor() {
			super();
			this.attachInternals().setFormValue(${value});
		}
	})`;
const CUSTOM = postForm(
	'<input name="a" value="1"><x-field name="x"></x-field><input name="b" value="2">'
);

const shadow = (mode: string): string => `
	const host = document.getElementById('host');
	const tree = host.attachShadow({ mode: '${mode}' });
	tree.innerHTML = document.getElementById('template').innerHTML`;
const SHADOW = `<div id="host"></div><template id="template">${postForm('<input name="s" value="1"><button id="b" name="b" value="2">B</button>')}</template>`;
const CLICK_IN_SHADOW = `tree.querySelector('#b').click()`;

/** Which controls are entries, and in which order. */
export const entrySection: Section = {
	title: 'Entries',
	rules: [
		{
			rule: 'Entries are in tree order, the submitter in its place',
			cases: [
				{
					name: 'a submitter between fields',
					body: postForm(
						'<input name="a" value="1"><button id="b" name="act" value="one">B</button><input name="b" value="2">'
					),
					submit: 'b.click()'
				},
				{
					name: 'controls outside of the form',
					body: `<input name="before" value="1" form="f">${postForm('<input name="a" value="2">', 'id="f"')}<input name="after" value="3" form="f"><button id="out" name="out" value="4" form="f">O</button>`,
					submit: 'out.click()'
				},
				{
					name: 'names that are there twice',
					body: postForm(
						'<input name="a" value="1"><input name="b" value="2"><input name="a" value="3">'
					)
				},
				{
					name: 'a button without a name',
					body: postForm('<button id="b" value="2">B</button>'),
					submit: 'b.click()'
				},
				{
					name: 'a button without a value',
					body: postForm('<button id="b" name="act">B</button>'),
					submit: 'b.click()'
				},
				{
					name: 'input type=submit without a value',
					body: postForm('<input id="b" type="submit" name="act">'),
					submit: 'b.click()'
				},
				{
					name: 'input type=submit with an empty value',
					body: postForm('<input id="b" type="submit" name="act" value="">'),
					submit: 'b.click()'
				},
				{ name: 'no fields', body: postForm('') },
				{ name: 'no fields, multipart', body: postForm('', MULTIPART) },
				{ name: 'no fields, text/plain', body: postForm('', 'enctype="text/plain"') }
			]
		},
		{
			rule: 'Some controls do not become entries',
			cases: [
				{
					name: 'disabled, unchecked, nameless',
					body: postForm(
						'<input name="a" disabled><input type="checkbox" name="b"><input type="radio" name="c"><input value="d"><input name="" value="e"><input type="button" name="f" value="1"><input type="reset" name="g" value="1"><button type="button" name="h">H</button>'
					)
				},
				{
					name: 'in a disabled fieldset, but for its first legend',
					body: postForm(
						'<fieldset disabled><legend><input name="in" value="1"><fieldset><input name="deep" value="1"></fieldset></legend><input name="out" value="2"><legend><input name="second" value="3"></legend></fieldset>'
					)
				},
				{
					name: 'output, meter, progress, object, img',
					body: postForm(
						'<output name="o">1</output><meter name="m" value="1"></meter><progress name="p"></progress><object name="q"></object><img name="r" alt="">'
					)
				},
				{
					name: 'in a template',
					body: postForm('<template><input name="t" value="1"></template><input name="a">')
				},
				{
					name: 'in a datalist',
					body: postForm(
						'<input name="a" list="l"><datalist id="l"><option value="x"></option><input name="inside" value="1"></datalist>'
					),
					quirks: {
						chromium: 'sends it; the standard does not',
						firefox: 'sends it; the standard does not'
					}
				},
				{
					name: 'in a shadow tree of the form’s own',
					body: postForm('<input name="a"><div id="host"></div>'),
					before: `host.attachShadow({ mode: 'open' }).innerHTML = '<input name="s" value="1">'`
				}
			]
		},
		{
			rule: 'Invisible and unchanged controls are entries too',
			cases: [
				{
					name: 'read-only, hidden, inert, closed, not shown',
					body: postForm(
						'<input name="a" readonly><input type="hidden" name="b"><div inert><input name="c"></div><details><input name="d"></details><input name="e" style="display: none"><input name="f" hidden>'
					)
				},
				{
					name: 'all types of input',
					body: postForm(
						[
							'text',
							'search',
							'tel',
							'url',
							'email',
							'password',
							'number',
							'range',
							'color',
							'date',
							'month',
							'week',
							'time',
							'datetime-local',
							'nonsense'
						]
							.map(
								(type) =>
									`<input type="${type}" name="${type}"><input type="${type}" name="${type}" value=" 1 ">`
							)
							.join(''),
						'novalidate'
					)
				},
				{
					name: 'ticked',
					body: postForm(
						'<input type="checkbox" name="a" checked><input type="checkbox" name="b" value="" checked><input type="radio" name="c" value="1"><input type="radio" name="c" value="2" checked>'
					)
				}
			]
		},
		{
			rule: 'A select’s entries are its selected options',
			cases: [
				{
					name: 'one, without a value',
					body: postForm(
						'<select name="s"><option> one \n\t space </option><option>2</option></select>'
					)
				},
				{
					name: 'several',
					body: postForm(
						'<select name="s" multiple><option selected>1</option><option value="" selected>2</option><option selected disabled>3</option><optgroup disabled><option selected>4</option></optgroup></select>'
					)
				},
				{
					name: 'none',
					body: postForm(
						'<select name="s" multiple><option>1</option></select><select name="t"></select>'
					)
				},
				{
					name: 'a disabled one',
					body: postForm('<select name="s"><option disabled selected>1</option></select>')
				}
			]
		},
		{
			rule: 'An image button is its coordinates',
			cases: [
				{
					name: 'a click at 7, 5',
					body: postForm(
						'<input type="image" id="i" name="pt" alt="Image" width="40" height="30">'
					),
					submit: (user) => user.click('#i', { at: { x: 7, y: 5 } })
				},
				{
					name: 'a click, without a name',
					body: postForm('<input type="image" id="i" alt="Image" width="40" height="30">'),
					submit: (user) => user.click('#i', { at: { x: 3, y: 4 } })
				},
				{
					name: 'by script',
					body: postForm('<input type="image" id="i" name="pt" alt="Image">'),
					submit: 'i.click()'
				},
				{
					name: 'Enter in a field',
					body: '<form method="post" action="sink"><input id="a" name="a"><input type="image" name="pt" alt="Image"></form>',
					submit: async (user) => {
						await user.click('#a');
						await user.press('Enter');
					}
				},
				{
					name: 'requestSubmit',
					body: postForm('<input type="image" id="i" name="pt" alt="Image">'),
					submit: 'document.forms[0].requestSubmit(i)'
				}
			]
		},
		{
			rule: 'Names with a meaning, and names without',
			cases: [
				{
					name: 'dirname',
					body: postForm(
						'<input name="a" dirname="a.dir" dir="rtl" value="x"><textarea name="b" dirname="b.dir">y</textarea><input name="c" dirname="c.dir" dir="auto" value="ש">'
					)
				},
				{
					name: 'dirname, empty',
					body: postForm('<input name="a" dirname="" value="x">'),
					quirks: { chromium: 'sends an entry with an empty name; the standard does not' }
				},
				{
					name: '_charset_',
					body: postForm(
						'<input type="hidden" name="_charset_"><input type="hidden" name="_charset_" value="x"><input name="_charset_" value="y"><input type="hidden" name="_CHARSET_">'
					)
				},
				{
					name: 'isindex',
					body: postForm('<input name="isindex" value="x"><input name="a" value="1">')
				},
				{
					name: '__proto__ and its like',
					body: postForm(
						['__proto__', 'constructor', 'a[]', 'a[b]', 'a.b', 'toString', '0']
							.map((name) => `<input name="${name}" value="1">`)
							.join('')
					)
				}
			]
		},
		...['', MULTIPART, 'enctype="text/plain"'].map((enctype) => ({
			rule: `Files, ${enctype || 'urlencoded'}`.replace(/enctype="(.*)"/, '$1'),
			cases: [
				{ name: 'none chosen', body: postForm(`${UP}<input name="a">`, enctype) },
				{
					name: 'one',
					body: postForm(UP, enctype),
					after: choose(['photo 1.png', 'x\r\ny\n', 'image/png'])
				},
				{
					name: 'several',
					body: postForm(UP, enctype),
					after: choose(['1.txt', '1', 'text/plain'], ['2', ''], ['3.txt', '3', ''])
				},
				{
					name: 'odd names',
					body: postForm('<input type="file" multiple name="u&quot;p&#10;x">', enctype),
					after: choose(
						['a\nb\rc.txt', '1'],
						['q"uo\\te%22;.txt', '2'],
						['ä中💩.txt', '3'],
						['\ud800.txt', '4']
					)
				},
				{
					name: 'a disabled input',
					body: postForm('<input type="file" name="up" disabled>', enctype)
				}
			]
		})),
		{
			rule: 'Form-associated custom elements',
			cases: [
				...Object.entries({
					'a string': `'text\\n'`,
					'an empty string': `''`,
					null: 'null',
					'a File': `new File(['x'], 'f.txt', { type: 'text/x' })`,
					FormData: `(() => { const data = new FormData(); data.append('p', '1'); data.append('q', new File(['y'], 'g.txt')); data.append('p', '2'); return data; })()`
				}).flatMap(([name, value]) => [
					{ name, body: CUSTOM, before: custom(value) },
					{
						name: `${name}, multipart`,
						body: CUSTOM.replace('method', `${MULTIPART} method`),
						before: custom(value)
					}
				]),
				{
					name: 'disabled',
					body: CUSTOM.replace('<x-field', '<x-field disabled'),
					before: custom(`'x'`)
				},
				{ name: 'nameless', body: CUSTOM.replace('name="x"', ''), before: custom(`'x'`) }
			]
		},
		{
			rule: 'A form in a shadow tree is a form',
			cases: ['open', 'closed'].map((mode) => ({
				name: mode,
				body: SHADOW,
				before: shadow(mode),
				after: 'parity.enhance(tree)',
				submit: CLICK_IN_SHADOW
			}))
		}
	]
};
