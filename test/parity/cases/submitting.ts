import type { Section } from '../case.ts';
import { unsent } from '../case.ts';
import { postForm } from '../document.ts';

const TWO = postForm(
	'<input id="a" name="a" value="1"><button id="b" name="b" value="2">B</button>'
);
const SUBMIT = 'document.forms[0].requestSubmit()';
const quietly = (code: string): string => `try { ${code} } catch {}`;

/** What makes the browser submit, and what keeps it from it. */
export const submittingSection: Section = {
	title: 'What submits',
	rules: [
		{
			rule: 'Script submits a form as a user does',
			cases: [
				{ name: 'a click on the button, by script', body: TWO },
				{ name: 'requestSubmit()', body: TWO, submit: SUBMIT },
				{ name: 'requestSubmit(button)', body: TWO, submit: 'document.forms[0].requestSubmit(b)' },
				{
					name: 'requestSubmit(disabled button) takes its attributes and not its entry',
					body: postForm(
						'<button id="b" name="b" value="2" formaction="other" disabled>B</button>'
					),
					submit: 'document.forms[0].requestSubmit(b)'
				},
				{ name: 'submit() fires no event', body: TWO, submit: 'document.forms[0].submit()' },
				{
					name: 'submit() does not validate',
					body: postForm('<input name="a" required>'),
					submit: 'document.forms[0].submit()'
				},
				{
					name: 'requestSubmit() in a click listener of a plain button',
					body: postForm('<input name="a" value="1"><button type="button" id="b">B</button>'),
					after: `b.addEventListener('click', () => ${SUBMIT})`,
					submit: 'b.click()'
				}
			]
		},
		{
			rule: 'An invalid submission sends nothing',
			cases: unsent([
				{
					name: 'requestSubmit(a button of another form)',
					body: `${TWO}<form><button id="c">C</button></form>`,
					submit: quietly('document.forms[0].requestSubmit(c)')
				},
				{
					name: 'requestSubmit(no submit button)',
					body: TWO,
					submit: quietly('document.forms[0].requestSubmit(a)')
				},
				{
					name: 'a disabled button',
					body: postForm('<button id="b" disabled>B</button>'),
					submit: 'b.click()'
				},
				{
					name: 'type=button',
					body: postForm('<button id="b" type="button">B</button>'),
					submit: 'b.click()'
				},
				{
					name: 'type=reset',
					body: postForm('<button id="b" type="reset">B</button>'),
					submit: 'b.click()'
				},
				{ name: 'an invalid field', body: postForm('<input name="a" required>') },
				{
					name: 'a form that is not in the document',
					submit: `const form = document.forms[0]; form.remove(); ${quietly('form.requestSubmit()')}`
				},
				{
					name: 'a prevented click',
					after: `go.addEventListener('click', (event) => event.preventDefault())`
				}
			])
		},
		{
			rule: 'A form that is not validated is sent as it is',
			cases: [
				{ name: 'novalidate', body: postForm('<input name="a" required>', 'novalidate') },
				{
					name: 'formnovalidate',
					body: postForm('<input name="a" required><button id="b" formnovalidate>B</button>'),
					submit: 'b.click()'
				}
			]
		},
		{
			rule: 'A user submits with mouse and keyboard',
			cases: [
				{ name: 'a click', body: TWO, submit: (user) => user.click('#b') },
				{
					name: 'a click on a child of the button',
					body: postForm('<button name="b" value="2"><b id="inner">inner</b></button>'),
					submit: (user) => user.click('#inner')
				},
				{
					name: 'Enter in a field uses the first button',
					body: TWO,
					submit: async (user) => {
						await user.click('#a');
						await user.press('Enter');
					}
				},
				{
					name: 'Enter in a field uses a button before the form',
					body: `<button name="first" value="1" form="f">F</button><form id="f" method="post" action="sink"><input id="a" name="a"><button name="b">B</button></form>`,
					submit: async (user) => {
						await user.click('#a');
						await user.press('Enter');
					}
				},
				{
					name: 'Enter in the only field, without a button',
					body: '<form method="post" action="sink"><input id="a" name="a"></form>',
					submit: async (user) => {
						await user.click('#a');
						await user.press('Enter');
					}
				},
				{
					name: 'Enter in one of two fields, without a button',
					body: '<form method="post" action="sink"><input id="a" name="a"><input name="b"></form>',
					sent: 0,
					submit: async (user) => {
						await user.click('#a');
						await user.press('Enter');
					}
				},
				{
					name: 'Enter where the first button is disabled',
					body: '<form method="post" action="sink"><input id="a" name="a"><button disabled>1</button><button>2</button></form>',
					sent: 0,
					submit: async (user) => {
						await user.click('#a');
						await user.press('Enter');
					}
				},
				{
					name: 'Enter on the button',
					body: TWO,
					after: 'b.focus()',
					submit: (user) => user.press('Enter')
				},
				{
					name: 'Control and Enter in a field',
					body: TWO,
					sent: { chromium: 0 },
					submit: async (user) => {
						await user.click('#a');
						await user.press('Enter', 'Control');
					}
				}
			]
		},
		{
			rule: 'A submit event that script made does nothing',
			cases: [
				{
					name: 'dispatchEvent',
					submit: `document.forms[0].dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }))`,
					sent: { chromium: 0, webkit: 0 },
					quirks: { firefox: 'submits the form' },
					departures: [
						{
							engines: ['chromium', 'webkit'],
							why: 'softpost submits as Firefox does, so that a component can be tested by an event',
							differences: ['requests: 0 → 1']
						}
					]
				},
				{
					name: 'dispatchEvent, prevented',
					before: `document.forms[0].addEventListener('submit', (event) => event.preventDefault())`,
					submit: `document.forms[0].dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }))`,
					sent: 0
				}
			]
		},
		{
			rule: 'Method: softpost only handles POST',
			cases: [
				{ name: 'GET', body: postForm(undefined).replace('post', 'get') },
				{
					name: 'formmethod=get',
					body: postForm('<button id="b" formmethod="get" name="b">B</button>'),
					submit: 'b.click()'
				},
				{
					name: 'formmethod, empty, is GET',
					body: postForm('<button id="b" formmethod="" name="b">B</button>'),
					submit: 'b.click()'
				},
				{
					name: 'formmethod, invalid, is GET',
					body: postForm('<button id="b" formmethod="put" name="b">B</button>'),
					submit: 'b.click()'
				},
				{
					name: 'formmethod=POST on a GET form',
					body: '<form action="sink"><input name="a"><button id="go" formmethod="POST">Go</button></form>'
				},
				{ name: 'POST in capitals', body: postForm().replace('post', 'POST') },
				{
					name: 'formmethod=dialog closes the dialog',
					body: `<dialog id="d">${postForm('<button id="b" formmethod="dialog" value="chosen">B</button>')}</dialog>`,
					after: 'd.showModal()',
					submit: 'b.click()',
					sent: 0,
					observe: '[d.open, d.returnValue]'
				},
				{
					name: 'method=dialog outside of a dialog',
					body: postForm('<button id="b" formmethod="dialog">B</button>'),
					submit: 'b.click()',
					sent: 0
				},
				{
					name: 'the method changed to GET in the event',
					after: `document.forms[0].addEventListener('submit', ({ target }) => target.setAttribute('method', 'get'))`
				}
			]
		}
	]
};
