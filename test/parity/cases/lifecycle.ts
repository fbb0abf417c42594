import type { Case, Departure, Section } from '../case.ts';
import { postForm } from '../document.ts';

const FORM = 'document.forms[0]';
const onSubmit = (code: string): string =>
	`${FORM}.addEventListener('submit', (event) => { ${code} })`;
const onFormData = (code: string): string =>
	`${FORM}.addEventListener('formdata', (event) => { ${code} })`;
const FIELD = '<input id="a" name="a" value="1">';
const FRAME = `${postForm(FIELD)}<iframe id="frame"></iframe>`;
const MOVE = `frame.contentDocument.body.append(${FORM})`;

/** Where the engines differ, and no script can tell which way it is. */
const readBefore = (...differences: string[]): Pick<Case, 'departures' | 'quirks'> => ({
	quirks: {
		chromium: 'reads it before the listeners; the standard after them',
		webkit: 'reads it before the listeners; the standard after them'
	},
	departures: [
		{
			engines: ['firefox'],
			why: 'softpost reads it before the listeners, as the other engines do',
			differences
		}
	]
});

const SUBMIT_UNSEEN: Departure[] = [
	{
		why: 'submit() fires no event, so nobody can tell that the browser sends this form too',
		differences: ['requests: 1 → 2']
	}
];

const SUBMIT_RACES =
	'submit() fires no event; whether the other request goes out before the page goes is chance';

/** Forms that change, move, go or submit again while they are submitted. */
/** Firefox 140 ESR navigates by a form as it is submitted, and not in a later task. */
const OLD_FIREFOX = { engine: 'firefox', before: 153 } as const;

export const lifecycleSection: Section = {
	title: 'While a form is submitted',
	rules: [
		{
			rule: 'What listeners change before the entries are taken counts',
			cases: [
				{ name: 'a value, in a listener added before', before: onSubmit('a.value = 2') },
				{ name: 'a value, in a listener added after', after: onSubmit('a.value = 2') },
				{
					name: 'a value, in a listener on the window',
					after: `window.addEventListener('submit', () => { a.value = 2 })`
				},
				{
					name: 'a field that is added',
					after: onSubmit(
						`event.target.insertAdjacentHTML('beforeend', '<input name="b" value="2">')`
					)
				},
				{ name: 'a field that is disabled', after: onSubmit('a.disabled = true') },
				{ name: 'a field that is removed', after: onSubmit('a.remove()') },
				{
					name: 'a submitter that disables itself',
					body: postForm(`${FIELD}<button id="b" name="b" value="2">B</button>`),
					after: onSubmit('b.disabled = true'),
					submit: 'b.click()'
				},
				{
					name: 'a submitter that becomes part of another form',
					body: `${postForm(`${FIELD}<button id="b" name="b" value="2" formaction="other">B</button>`)}<form id="g"></form>`,
					after: onSubmit(`b.setAttribute('form', 'g')`),
					submit: 'b.click()'
				},
				{ name: 'the action', after: onSubmit(`event.target.setAttribute('action', 'second')`) },
				{ name: 'the enctype', after: onSubmit(`event.target.enctype = 'multipart/form-data'`) },
				{
					name: 'the target',
					body: `${postForm(FIELD)}<iframe name="frame"></iframe>`,
					after: onSubmit(`event.target.target = 'frame'`)
				}
			].map((oneCase) => ({ body: postForm(FIELD), ...oneCase }))
		},
		{
			rule: 'formdata listeners run once, after all submit listeners, and can change the data',
			cases: [
				{ name: 'append', after: onFormData(`event.formData.append('b', '2\\n')`) },
				{
					name: 'append, in a listener added before',
					before: onFormData(`event.formData.append('b', 2)`)
				},
				{ name: 'delete', after: onFormData(`event.formData.delete('a')`) },
				{ name: 'set', after: onFormData(`event.formData.set('a', 2)`) },
				{
					name: 'append a Blob',
					body: postForm(FIELD, 'enctype="multipart/form-data"'),
					after: onFormData(
						`event.formData.append('b', new Blob(['x'], { type: 'text/x' }), 'b"\\n.txt')`
					)
				},
				{
					name: 'how often',
					before: `let count = 0; ${onFormData(`event.formData.append('count', ++count)`)}`
				},
				...['windows-1252', 'utf-16', 'nope'].map((charset) => ({
					name: `how often, with accept-charset="${charset}"`,
					body: postForm('<input id="a" name="a" value="&eacute;">', `accept-charset="${charset}"`),
					before: `let count = 0; ${onFormData(`event.formData.append('count', ++count)`)}`
				})),
				{
					name: 'how often, with accept-charset="windows-1252" and text that only they add',
					body: postForm(FIELD, 'accept-charset="windows-1252"'),
					before: `let count = 0; ${onFormData(`event.formData.append('\u00e9', ++count)`)}`,
					departures: [
						{
							why: 'it is known only then that the browser has to send the form, which asks them again',
							differences: [
								'body: "a=1&%E9=1" → "a=1&%E9=2"',
								'entries: ["a","1"]\n["\ufffd","1"] → ["a","1"]\n["\ufffd","2"]'
							]
						}
					]
				},
				{
					name: 'in which order',
					before: `let log = ''; ${onFormData(`event.formData.append('log', log + 'formdata')`)};
						for (const node of [${FORM}, document, window])
							node.addEventListener('submit', () => { log += node.constructor.name + ' ' })`
				},
				{ name: 'a field that changes is too late', after: onFormData('a.value = 2') },
				{
					name: 'the action that changes',
					after: onFormData(`event.target.setAttribute('action', 'second')`),
					...readBefore('url: /second → /sink')
				},
				{
					name: 'the enctype that changes',
					after: onFormData(`event.target.enctype = 'text/plain'`),
					...readBefore(
						'content-type: text/plain → application/x-www-form-urlencoded',
						'body: "a=1\\r\\n" → "a=1"'
					)
				},
				{
					name: 'reading the form in it is an error',
					after: onFormData(
						`try { new FormData(event.target) } catch ({ name }) { event.formData.append('error', name) }`
					)
				},
				{ name: 'submit() in it does nothing', after: onFormData('event.target.submit()') },
				{
					name: 'a form with GET',
					body: postForm(FIELD).replace('post', 'get'),
					after: onFormData(`event.formData.append('b', 2)`)
				}
			].map((oneCase) => ({ body: postForm(FIELD), ...oneCase }))
		},
		{
			rule: 'A form that has left its document is not sent',
			cases: [
				{
					name: 'removed in submit, in a listener added before',
					before: onSubmit('event.target.remove()')
				},
				{
					name: 'removed in submit, in a listener added after',
					after: onSubmit('event.target.remove()')
				},
				{ name: 'removed in formdata', after: onFormData('event.target.remove()') },
				{ name: 'removed with its ancestor', after: onSubmit('document.body.replaceChildren()') }
			].map((oneCase) => ({ sent: 0, ...oneCase }))
		},
		{
			rule: 'A form that goes or moves otherwise is sent',
			cases: [
				{
					name: 'moved within the document',
					body: `${postForm(FIELD)}<div id="there"></div>`,
					after: onSubmit('there.append(event.target)')
				},
				{
					name: 'removed and put back',
					after: onSubmit('const form = event.target; form.remove(); document.body.append(form)')
				},
				{ name: 'removed right after, in the same task', submit: `go.click(); ${FORM}.remove()` },
				{
					name: 'removed in a microtask',
					submit: `go.click(); queueMicrotask(() => ${FORM}.remove())`
				},
				{
					name: 'removed in a later task',
					submit: `go.click(); setTimeout(() => document.forms[0]?.remove(), 1)`
				},
				{
					name: 'its action changed right after',
					submit: `go.click(); ${FORM}.setAttribute('action', 'second')`
				},
				{
					name: 'its value changed right after',
					body: postForm(FIELD),
					submit: 'go.click(); a.value = 2'
				}
			]
		},
		{
			rule: 'A form that moves to another document is sent from there, or not at all',
			cases: [
				{
					name: 'before it is submitted',
					body: FRAME,
					after: MOVE,
					submit: `frame.contentDocument.getElementById('go').click()`
				},
				{ name: 'in submit', body: FRAME, after: onSubmit(MOVE) },
				{
					name: 'right after',
					body: FRAME,
					submit: `go.click(); ${MOVE}`,
					sent: { firefox: 0 },
					quirks: { firefox: 'does not send it; the standard does' },
					departures: [
						{
							engines: ['firefox'],
							why: 'softpost sends what was submitted, as the standard says',
							differences: ['requests: 0 → 1']
						}
					],
					older: OLD_FIREFOX
				},
				{
					name: 'and back',
					body: FRAME,
					after: `const form = ${FORM}; frame.contentDocument.body.append(form); document.body.append(form)`
				}
			]
		},
		{
			rule: 'A form in a form, made by script, is its own',
			cases: [
				{ name: 'the inner one', submit: 'inner.click()' },
				{ name: 'the outer one', submit: 'go.click()' }
			].map((oneCase) => ({
				body: postForm('<input name="a" value="1"><div id="place"></div>'),
				before: `const form = document.createElement('form'); form.method = 'post'; form.action = 'inner';
					form.innerHTML = '<input name="i" value="3"><button id="inner">I</button>'; place.append(form)`,
				...oneCase
			}))
		},
		{
			rule: 'Of several submissions in one task the last is sent',
			cases: [
				{
					name: 'two',
					body: postForm(FIELD),
					submit: 'go.click(); a.value = 2; go.click()',
					older: {
						...OLD_FIREFOX,
						quirks: { firefox: 'sends the first; the standard the last' },
						departures: [
							{
								why: 'softpost sends the last, as the standard says',
								differences: ['body: "a=1" → "a=2"', 'entries: ["a","1"] → ["a","2"]']
							}
						]
					}
				},
				{
					name: 'of two forms',
					body: `${postForm(FIELD)}<form method="post" action="second"><button id="second">2</button></form>`,
					submit: 'go.click(); second.click()',
					departures: [
						{
							why: 'an enhanced form does not leave the page, so each is sent',
							differences: ['requests: 1 → 2']
						}
					]
				},
				{
					name: 'requestSubmit() in a click listener, and then the click’s own',
					body: postForm(`${FIELD}<button id="b" name="b" value="2">B</button>`),
					after: `b.addEventListener('click', () => { ${FORM}.requestSubmit(); a.value = 2 })`,
					submit: 'b.click()'
				},
				{
					name: 'submit() after it',
					body: postForm(FIELD),
					submit: `go.click(); a.value = 2; ${FORM}.submit()`,
					except: { webkit: SUBMIT_RACES },
					departures: SUBMIT_UNSEEN.map((one) => ({ ...one, engines: ['chromium'] })),
					older: { ...OLD_FIREFOX, departures: SUBMIT_UNSEEN }
				},
				{
					name: 'submit() before it',
					body: postForm(FIELD),
					submit: `${FORM}.submit(); a.value = 2; go.click()`,
					except: { webkit: SUBMIT_RACES },
					departures: SUBMIT_UNSEEN.map((one) => ({ ...one, engines: ['chromium', 'firefox'] }))
				}
			]
		},
		{
			rule: 'A submission while another is in flight is sent too',
			cases: [
				{
					name: 'the same form',
					body: postForm(FIELD),
					outcome: { delay: 300 },
					sent: 2,
					submit: 'go.click(); setTimeout(() => { a.value = 2; go.click() }, 100)',
					older: {
						...OLD_FIREFOX,
						quirks: { firefox: 'sends a form once while it is in flight; the standard each time' },
						departures: [
							{
								why: 'softpost sends each, as the standard says',
								differences: ['requests: 1 → 2']
							}
						]
					}
				},
				{
					name: 'another form',
					body: `${postForm(FIELD)}<form method="post" action="second"><button id="second">2</button></form>`,
					outcome: { delay: 300 },
					sent: 2,
					submit: 'go.click(); setTimeout(() => second.click(), 100)'
				}
			]
		},
		{
			rule: 'A submission within the submit event is ignored',
			cases: [
				{ name: 'requestSubmit()', after: onSubmit('event.target.requestSubmit()') },
				{
					name: 'requestSubmit() with a counter',
					before: `let count = 0; ${onSubmit(`if (count++ < 3) event.target.requestSubmit()`)}`
				},
				{
					name: 'submit() in a listener that prevents is the one that counts',
					body: postForm(`${FIELD}<button id="b" name="b" value="2">B</button>`),
					after: onSubmit('event.preventDefault(); event.target.submit()'),
					submit: 'b.click()'
				}
			]
		},
		{
			rule: 'Enhancing twice, undoing and doing it again send once',
			cases: [
				{ name: 'twice', after: 'parity.enhance(document)' },
				{ name: 'undone', after: 'for (const one of parity.enhancements) one.destroy()' },
				{
					name: 'twice, one undone',
					after: 'parity.enhance(document); parity.enhancements[0]?.destroy()'
				},
				{
					name: 'undone and done again',
					after: 'parity.enhancements[0]?.destroy(); parity.enhance(document)'
				},
				{
					name: 'undone in the submit event',
					after: onSubmit('parity.enhancements[0]?.destroy()')
				},
				{
					name: 'undone right after the submit event',
					submit: 'go.click(); parity.enhancements[0]?.destroy()'
				},
				{
					name: 'undone while the request is in flight',
					outcome: { delay: 50 },
					submit: 'go.click(); setTimeout(() => parity.enhancements[0]?.destroy(), 20)'
				}
			]
		}
	]
};
