import { formPage, type Answer, type Row } from '../row.ts';

const markup = (head: string, text: string): string =>
	`<!doctype html><html data-page="answer"><head>${head}<title>t</title></head><body><h1>${text}</h1></body></html>`;

const latin1 = (head: string, type: string): Answer => ({
	type,
	body: markup(head, 'Größe, naïve, £5'),
	encoding: 'latin1'
});

const WESTERN: [name: string, answer: Answer][] = [
	['windows-1252 by the header', latin1('', 'text/html; charset=windows-1252')],
	['iso-8859-1 by the header', latin1('', 'text/html; charset=iso-8859-1')],
	['latin1 by <meta charset>', latin1('<meta charset="latin1">', 'text/html')],
	[
		'latin1 by <meta http-equiv>',
		latin1('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', 'text/html')
	],
	['the header before <meta>', latin1('<meta charset="utf-8">', 'text/html; charset=iso-8859-1')],
	[
		'an unknown label, then <meta>',
		latin1('<meta charset="iso-8859-15">', 'text/html; charset=nonsense')
	],
	[
		'a <meta> in a comment counts not',
		latin1('<!-- <meta charset="utf-8"> --><meta charset="l1">', 'text/html')
	],
	[
		'utf-8 with a byte order mark, before the header',
		{ type: 'text/html; charset=iso-8859-1', body: `\ufeff${markup('', 'Größe')}` }
	],
	[
		'utf-16le with a byte order mark',
		{ type: 'text/html', body: `\ufeff${markup('', 'Größe – 漢字')}`, encoding: 'utf16le' }
	],
	[
		'utf-16le by the header',
		{ type: 'text/html; charset=utf-16le', body: markup('', 'Größe – 漢字'), encoding: 'utf16le' }
	],
	[
		'<meta> of utf-16, which it cannot be',
		{ type: 'text/html', body: markup('<meta charset="utf-16">', 'Größe') }
	],
	['utf-8 with broken bytes', { body: markup('', 'a\xffb\xc3'), encoding: 'latin1' }]
];

/** Text in encodings that Node has no encoder for. */
const bytesOf = (before: string, bytes: number[], after: string): string =>
	Buffer.concat([
		Buffer.from(before, 'latin1'),
		Buffer.from(bytes),
		Buffer.from(after, 'latin1')
	]).toString('base64');

const FOREIGN: [label: string, bytes: number[]][] = [
	['shift_jis', [0x8a, 0xbf, 0x8e, 0x9a]],
	['euc-jp', [0xb4, 0xc1, 0xbb, 0xfa]],
	['euc-kr', [0xc7, 0xd1, 0xb1, 0xdb]],
	['gb18030', [0xba, 0xba, 0xd7, 0xd6]],
	['big5', [0xba, 0x7e, 0xa6, 0x72]],
	['windows-1251', [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]],
	['koi8-r', [0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4]],
	['iso-8859-7', [0xc3, 0xe5, 0xe9, 0xe1]]
];

const [before, after] = markup('', '|').split('|') as [string, string];

export const charsets: Row[] = [
	...WESTERN.map(([name, answer]) => ({
		name: `charset: ${name}`,
		site: { 'GET /': formPage(), 'POST /answer': answer }
	})),
	...FOREIGN.map(([label, bytes]) => ({
		name: `charset: ${label} by the header`,
		site: {
			'GET /': formPage(),
			'POST /answer': { type: `text/html; charset=${label}`, bytes: bytesOf(before, bytes, after) }
		}
	})),
	{
		name: 'charset: a form of a latin1 page is sent in latin1',
		site: {
			'GET /': formPage(),
			'POST /answer': {
				type: 'text/html; charset=iso-8859-1',
				body: `<!doctype html><html data-page="answer"><body><form method="post" action="again"><input name="name" value="ü"><button id="go">Send</button></form></body></html>`,
				encoding: 'latin1'
			},
			'POST /again': { body: '<!doctype html><html data-page="again"><p>[{post.name}]</p>' }
		},
		steps: [{ click: '#go' }, { page: 'answer' }, { click: '#go' }, { page: 'again' }],
		// Scripts know one encoding.
		native: true,
		without: {
			firefox: 'replaces the entry of a made document when its form is sent by the browser'
		}
	}
];
