import type { Driver } from '../../engines/engine.ts';
import type { Section } from '../case.ts';
import { postForm } from '../document.ts';

const FRAME = '<iframe name="frame"></iframe>';
const button = (attributes: string): string =>
	`<input name="a" value="1"><button id="b" ${attributes}>B</button>`;

/** Where the answer goes: other windows, tabs and frames are the browser's. */
export const targetSection: Section = {
	title: 'Targets',
	rules: [
		{
			rule: 'A form with another target goes there, and the page stays',
			cases: [
				{
					name: 'a frame',
					body: postForm(undefined, 'target="frame"') + FRAME,
					observe: `document.forms[0].elements.a.value`
				},
				{
					name: 'a frame, by formtarget',
					body: postForm(button('formtarget="frame"')) + FRAME,
					submit: 'b.click()'
				},
				{ name: 'a frame, by base', head: '<base target="frame">', body: postForm() + FRAME },
				{
					name: '_blank',
					body: postForm(undefined, 'target="_blank"'),
					submit: (user) => user.click('#go')
				},
				{
					name: '_BLANK',
					body: postForm(undefined, 'target="_BLANK"'),
					submit: (user) => user.click('#go')
				},
				{
					name: 'a new name',
					body: postForm(undefined, 'target="fresh"'),
					submit: (user) => user.click('#go')
				},
				{
					name: '_blank, by formtarget',
					body: postForm(button('formtarget="_blank"')),
					submit: (user) => user.click('#b')
				},
				{
					name: '_blank, by base',
					head: '<base target="_blank">',
					submit: (user) => user.click('#go')
				}
			]
		},
		{
			rule: 'A form whose target is its own window stays',
			cases: [
				...['_self', '_SELF', '_top', '_parent', '_Top'].map((target) => ({
					name: target,
					body: postForm(undefined, `target="${target}"`)
				})),
				{
					name: 'the window’s own name',
					before: `window.name = 'mine'`,
					body: postForm(undefined, 'target="mine"')
				},
				{
					name: 'formtarget, empty, on a form with target=_blank',
					body: postForm(button('formtarget=""'), 'target="_blank"'),
					submit: 'b.click()'
				},
				{
					name: 'formtarget=_self with base target',
					head: '<base target="_blank">',
					body: postForm(button('formtarget="_self"')),
					submit: 'b.click()'
				},
				{
					name: 'target=_self with base target',
					head: '<base target="_blank">',
					body: postForm(undefined, 'target="_self"')
				},
				{
					name: 'of two base elements the first with a target counts',
					head: '<base href="."><base target="_self"><base target="_blank">'
				}
			]
		},
		{
			rule: 'An empty target with a base target goes where the engine has it go',
			cases: [
				{
					name: 'target=""',
					head: '<base target="_blank">',
					body: postForm(undefined, 'target=""'),
					submit: (user) => user.click('#go'),
					quirks: { chromium: 'opens a new page; the standard says the own' }
				}
			]
		},
		{
			rule: 'A click with a key is the browser’s',
			cases: [
				...(['Control', 'Shift'] as const).map((key) => ({
					name: key,
					submit: (user: Driver) => user.click('#go', { key }),
					quirks: { firefox: 'submits in place' }
				})),
				{
					name: 'Alt',
					submit: (user) => user.click('#go', { key: 'Alt' }),
					quirks: { chromium: 'downloads the answer', firefox: 'submits in place' }
				},
				{
					name: 'Control, and then a click without',
					body: postForm('<button id="b" type="button">B</button>'),
					submit: async (user) => {
						await user.click('#b', { key: 'Control' });
						await user.click('#go');
					}
				}
			]
		}
	]
};
