import { unsent, type Section } from '../case.ts';
import { postForm } from '../document.ts';

const ON_FORM = `document.forms[0].addEventListener('submit', (event) => event.preventDefault())`;
const on = (target: string, options = ''): string =>
	`${target}.addEventListener('submit', (event) => event.preventDefault()${options})`;
const stop = (target: string, method: string, options = ''): string =>
	`${target}.addEventListener('submit', (event) => event.${method}()${options})`;

const NESTED = `<div id="around">${postForm()}</div>`;

/** Listeners of the submit event, and what they keep from being sent. */
export const preventionSection: Section = {
	title: 'Listeners of the submit event',
	rules: [
		{
			rule: 'A submit that any listener prevents sends nothing',
			cases: unsent([
				{ name: 'an inline one', body: postForm('', 'onsubmit="return false"') },
				{ name: 'one added before', before: ON_FORM },
				{ name: 'one added after', after: ON_FORM },
				{ name: 'a capturing one on the window', before: on('window', ', true') },
				{ name: 'a capturing one on the document, added after', after: on('document', ', true') },
				{ name: 'one on an ancestor', body: NESTED, before: on('around') },
				{ name: 'one on an ancestor, added after', body: NESTED, after: on('around') },
				{ name: 'one on the document', before: on('document') },
				{ name: 'one on the document, added after', after: on('document') },
				{ name: 'one on the window', before: on('window') },
				{ name: 'one on the window, added after', after: on('window') }
			])
		},
		{
			rule: 'A submit whose event goes no further is sent',
			cases: ['stopPropagation', 'stopImmediatePropagation'].flatMap((method) => [
				{ name: `${method} on the form, added before`, before: stop('document.forms[0]', method) },
				{ name: `${method} on the form, added after`, after: stop('document.forms[0]', method) },
				{ name: `${method} on an ancestor`, body: NESTED, before: stop('around', method) },
				{ name: `${method} on the document`, after: stop('document', method) },
				{ name: `${method} on the window, capturing`, before: stop('window', method, ', true') },
				{
					name: `${method} on an ancestor, and one prevents on the form`,
					body: NESTED,
					after: `${stop('around', method)}; ${on('around')}; ${on('document.forms[0]')}`,
					sent: 0
				},
				{
					name: `${method} on an ancestor, and one on the document would prevent`,
					body: NESTED,
					after: `${stop('around', method)}; ${on('document')}`
				}
			])
		}
	]
};
