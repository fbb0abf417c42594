import type { Section } from '../case.ts';
import { postForm } from '../document.ts';

/** Fields named after all that a form inherits, and what softpost itself might ask a document for. */
const clobber = (attribute: string, chain: string): string => `
	for (const { prototype } of ${chain})
		for (const key of Object.getOwnPropertyNames(prototype)) {
			const field = document.createElement('input');
			field.type = 'hidden';
			field.setAttribute('${attribute}', key);
			field.setAttribute('value', '1');
			place.append(field);
		}`;

const ATTRIBUTES = [
	'action',
	'method',
	'enctype',
	'target',
	'submit',
	'elements',
	'getAttribute',
	'addEventListener'
];

/** Fields that shadow what scripts read. */
export const clobberingSection: Section = {
	title: 'Clobbering',
	rules: [
		{
			rule: 'Fields named like properties change nothing',
			cases: [
				...['HTMLFormElement', 'HTMLElement', 'Element', 'Node', 'EventTarget', 'Object'].flatMap(
					(name) =>
						['name', 'id'].map((attribute) => ({
							name: `${attribute}s of ${name}`,
							body: postForm('<div id="place"></div>'),
							before: clobber(attribute, `[${name}]`)
						}))
				),
				{
					name: 'names of all of them, multipart',
					body: postForm('<div id="place"></div>', 'enctype="multipart/form-data"'),
					before: clobber('name', '[HTMLFormElement, HTMLElement, Element, Node, EventTarget]')
				},
				{
					name: 'names of Document’s, on forms and images',
					body: postForm('<div id="place"></div>'),
					before: `for (const key of ['URL', 'baseURI', 'characterSet', 'querySelector', 'addEventListener', 'activeElement', 'body', 'createElement', 'defaultView', 'documentElement', 'forms', 'getElementById', 'implementation', 'location', 'title']) {
						const image = new Image();
						image.name = key;
						place.append(image);
					}`,
					submit: `Document.prototype.getElementById.call(document, 'go').click()`
				},
				...ATTRIBUTES.map((name) => ({
					name: `a button named ${name} submits`,
					body: postForm(
						`<input name="a" value="1"><button id="b" name="${name}" value="2">B</button>`
					),
					submit: 'b.click()'
				})),
				{
					name: 'a field in the submitter’s place',
					body: postForm(
						'<input name="submitter" value="1"><input name="form" value="2"><button id="b" name="formAction" value="3">B</button>'
					),
					submit: 'b.click()'
				},
				{
					name: 'properties that script has set on the form',
					before: `Object.assign(document.forms[0], { getAttribute: () => 'get', submitter: 1 }); Object.defineProperty(document.forms[0], 'isConnected', { value: false }); Object.defineProperty(document.forms[0], 'method', { value: 'get' })`
				}
			]
		}
	]
};
