import { answerPage, form, formPage, type Row } from '../row.ts';

const clobber = (name: string, made: string, more: Partial<Row> = {}): Row => ({
	name: `a name of the document's taken by ${name}`,
	site: {
		'GET /': formPage({ body: form() + made }),
		'POST /answer': answerPage({ body: `<p id="p">{n} {post.name}</p>${form()}${made}` })
	},
	steps: [
		{ run: `document.getElementById('go').click()` },
		{ page: 'answer' },
		{ run: `document.getElementById('go').click()` },
		{ until: `document.getElementById('p').textContent === '2 Ann'` },
		{ page: 'answer' }
	],
	differs: { noEntry: true },
	...more
});

const NAMES = [
	'body',
	'querySelector',
	'querySelectorAll',
	'title',
	'open',
	'write',
	'close',
	'scripts',
	'activeElement',
	'documentElement',
	'readyState',
	'characterSet',
	'createElement',
	'head',
	'forms',
	'contentType',
	'implementation',
	'defaultView',
	'baseURI',
	'URL',
	'location',
	'addEventListener',
	'getElementById',
	'cookie',
	'getRootNode',
	'contains',
	'visibilityState'
];

/** Forms and images of a page that are called like a part of the document. */
export const names: Row[] = [
	clobber('forms', NAMES.map((name) => `<form name="${name}"><input></form>`).join('')),
	clobber('images', NAMES.map((name) => `<img name="${name}" alt="">`).join(''))
];
