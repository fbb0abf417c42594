import { form, formPage, type Answer, type Row, type Step } from '../row.ts';

const sent: Step[] = [
	{ click: '#go' },
	{ until: `!document.querySelector('[aria-busy]')` },
	{ page: 'form' }
];

const staying = (name: string, answer: Answer): Row => ({
	name,
	site: { 'GET /': formPage(), 'POST /answer': answer },
	steps: [{ run: `document.querySelector('input').value = 'typed'` }, ...sent]
});

const shown = (name: string, answer: Answer): Row => ({
	name,
	site: { 'GET /': formPage(), 'POST /answer': answer },
	steps: [{ click: '#go' }, { until: `!document.documentElement.dataset.page` }],
	differs: { blob: true },
	native: true
});

const GIF = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** Responses that are not pages. */
export const kinds: Row[] = [
	staying('204 No Content', { status: 204, type: null }),
	staying('205 Reset Content', { status: 205, type: null }),
	staying('an attachment', {
		type: 'text/csv',
		headers: { 'content-disposition': 'attachment; filename="list.csv"' },
		body: 'a,b'
	}),
	staying('an attachment that is HTML', {
		headers: { 'content-disposition': 'attachment' },
		body: '<h1>no page</h1>'
	}),
	staying('a type that browsers save', { type: 'application/zip', body: 'PK' }),
	staying('bytes without a type', {
		type: null,
		bytes: Buffer.from([0, 1, 2, 3]).toString('base64')
	}),
	shown('plain text', { type: 'text/plain; charset=utf-8', body: 'Grüße\n<b>no markup</b>' }),
	shown('plain text of latin1', {
		type: 'text/plain; charset=iso-8859-1',
		body: 'Grüße',
		encoding: 'latin1'
	}),
	shown('text without a type', { type: null, body: 'just text' }),
	shown('an image', { type: 'image/gif', bytes: GIF }),
	{
		name: 'an attachment behind a redirect',
		site: {
			'GET /': formPage({ body: form() }),
			'POST /answer': { status: 303, headers: { location: 'file' } },
			'GET /file': {
				type: 'application/octet-stream',
				headers: { 'content-disposition': 'attachment; filename=x.bin' },
				body: 'x'
			}
		},
		steps: sent
	},
	{
		name: 'a redirect to 204',
		site: {
			'GET /': formPage(),
			'POST /answer': { status: 303, headers: { location: 'empty' } },
			'GET /empty': { status: 204, type: null }
		},
		steps: sent
	},
	{
		name: 'a redirect to another origin that may be read',
		site: {
			'GET /': formPage(),
			'POST /answer': { status: 303, headers: { location: '{origin.other}/open' } }
		},
		steps: [{ click: '#go' }, { until: `document.documentElement.dataset.page === 'other'` }],
		native: true
	}
];
