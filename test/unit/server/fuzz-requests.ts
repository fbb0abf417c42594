import fc, { type Arbitrary } from 'fast-check';

/** A request as somebody may write it, right or wrong. */
export interface Wild {
	method: string;
	target: string;
	headers: [name: string, value: string][];
	body: Uint8Array;
	/** Where the body is cut into chunks. */
	cuts: number[];
	/** The `content-length`: none, the right one, or a wrong one. */
	length: 'none' | 'true' | 'more' | 'less' | 'nonsense';
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const method = fc.oneof(
	{ weight: 6, arbitrary: fc.constant('POST') },
	{ weight: 3, arbitrary: fc.constantFrom('GET', 'HEAD', 'OPTIONS') },
	{
		weight: 1,
		arbitrary: fc.constantFrom('PUT', 'PATCH', 'DELETE', 'FROB', 'post', 'QUERY', 'M-X')
	}
);

const ROUTES = [
	'/',
	'/form',
	'/named',
	'/parts',
	'/api',
	'/both',
	'/none',
	'/item/7',
	'/files/a/b'
];
const ODD_PATHS = [
	...[
		'/nowhere',
		'/form/',
		'//form',
		'//evil.example/',
		'/item/%',
		'/item/%00',
		'/item/%2f',
		'/.//'
	],
	...[
		'/item/__proto__',
		'/constructor',
		'/files/../form',
		'/%E0%A4%A',
		'/files/',
		'/\\evil.example'
	],
	`/item/${'x'.repeat(3000)}`,
	`/files${'/a'.repeat(2000)}`
];
const QUERIES = [
	...[
		'',
		'',
		'',
		'?',
		'?/',
		'?/echo',
		'?/fail',
		'?/redirect',
		'?/fault',
		'?/toString',
		'?/__proto__'
	],
	...[
		'?/constructor',
		'?/echo&/fail',
		'?a=1&/echo',
		'?%2Fecho',
		'?/echo=%',
		'?/%',
		'?/echo#x',
		'?&&&'
	],
	`?/${'e'.repeat(3000)}`,
	`?${'a&'.repeat(2000)}`
];

const target = fc.oneof(
	{
		weight: 9,
		arbitrary: fc
			.tuple(
				fc.oneof(
					{ weight: 4, arbitrary: fc.constantFrom(...ROUTES) },
					fc.constantFrom(...ODD_PATHS)
				),
				fc.constantFrom(...QUERIES)
			)
			.map((parts) => parts.join(''))
	},
	{ weight: 1, arbitrary: fc.webPath().map((path) => `/${path}`) }
);

/** Printable, Latin-1 and long text: valid header values, and invalid ones. */
const value = fc.oneof(
	fc.string({ maxLength: 20 }),
	fc.string({ unit: 'binary', maxLength: 6 }),
	fc.constantFrom('', ',', ';;;', '='.repeat(50), '\u00e9', 'x'.repeat(3000), '%', '"', '__proto__')
);

const TYPES = [
	...['application/x-www-form-urlencoded', 'multipart/form-data; boundary=B', 'text/plain'],
	...['application/x-www-form-urlencoded; charset=utf-16', 'TEXT/PLAIN;charset="utf-8'],
	...['multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data; boundary="B'],
	...[
		'multipart/form-data; boundary=B; boundary=C',
		'application/json',
		'multipart/mixed',
		';',
		'x'
	]
];

const KNOWN: Record<string, string[]> = {
	'content-type': TYPES,
	accept: ['application/json', 'text/html', '*/*', 'text/html;q=0', ';q=1', 'a/b;q=x', '*', '/'],
	origin: ['http://localhost', 'http://evil.example', 'null', '', 'http://[', 'http://localhost:1'],
	'sec-fetch-site': ['same-origin', 'cross-site', 'none', 'same-site', 'SAME-ORIGIN', ''],
	cookie: [
		'a=1',
		'a=%',
		'=;=',
		`a=${'x'.repeat(3000)}`,
		'__proto__=1; constructor=2',
		';'.repeat(99)
	],
	'x-sveltekit-action': ['true', 'false', 'TRUE', ''],
	'x-softpost-page': ['true', '/', '/item/7?q=1', '//evil.example', '/%', '/nowhere', '/form#x'],
	'x-softpost-held': ['', '/', '/,/,/', '%', ','.repeat(999), '/item/7'],
	'x-softpost-submission': ['0123456789abcdef', 'short', 'x'.repeat(65), '../../../../etc/passwd'],
	'content-encoding': ['gzip', 'br', 'identity', 'x'],
	'accept-encoding': ['gzip', '*;q=0'],
	'accept-language': ['de', '*', ';;'],
	'content-disposition': ['form-data; name="a'],
	'x-forwarded-host': ['evil.example'],
	'x-forwarded-proto': ['javascript'],
	'x-http-method-override': ['DELETE'],
	range: ['bytes=0-0', 'bytes=-1', 'x'],
	'if-none-match': ['*', 'W/"x"'],
	'x-odd': ['1']
};

const header: Arbitrary<[string, string]> = fc
	.constantFrom(...Object.keys(KNOWN))
	.chain((name) =>
		fc.tuple(
			fc.constant(name),
			fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...(KNOWN[name] as string[])) }, value)
		)
	);

/** So that most requests come past the first check. */
const usual = fc
	.tuple(
		fc.constantFrom('application/json', 'text/html', '*/*'),
		fc.oneof({ weight: 4, arbitrary: fc.constant('same-origin') }, fc.constant('cross-site')),
		fc.constantFrom(...TYPES.slice(0, 3))
	)
	.map(([accept, site, type]): [string, string][] => [
		['accept', accept],
		['sec-fetch-site', site],
		['content-type', type]
	]);

const PARTS = [
	...['--B\r\n', '--B--\r\n', '--B--', '--', '\r\n', '\n', '\0', 'B', '--B\r\n\r\n'],
	...[
		'content-disposition: form-data; name="a"\r\n\r\n',
		'Content-Disposition: form-data; name=\r\n'
	],
	...[
		'content-disposition: form-data; name="f"; filename="x.txt"\r\ncontent-type: text/html\r\n\r\n'
	],
	...['content-disposition: form-data; name="f"; filename="../../etc/passwd"\r\n\r\n'],
	...[
		'content-disposition: form-data; name="__proto__"\r\n\r\n1',
		'content-disposition: x\r\n\r\n'
	],
	...[`x: ${'y'.repeat(5000)}\r\n`, 'z'.repeat(5000), 'content-transfer-encoding: base64\r\n']
];

const multipart = fc
	.array(fc.constantFrom(...PARTS), { maxLength: 8 })
	.map((parts) => bytes(`--B\r\n${parts.join('')}`));

const soundMultipart = fc
	.array(fc.tuple(fc.constantFrom('a', '', '"; x="', '%22'), fc.string({ maxLength: 30 })), {
		maxLength: 5
	})
	.map((fields) =>
		bytes(
			fields
				.map(
					([name, text]) =>
						`--B\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`
				)
				.join('') + '--B--\r\n'
		)
	);

const FIELDS = [
	'a=1',
	'=',
	'&',
	'%',
	'%zz',
	'__proto__=1',
	'a',
	'+',
	'softpost-submission=0123456789abcdef'
];

const body = fc.oneof(
	fc.constant(new Uint8Array()),
	fc.array(fc.constantFrom(...FIELDS), { maxLength: 9 }).map((fields) => bytes(fields.join('&'))),
	fc
		.array(fc.constantFrom(...FIELDS), { maxLength: 9 })
		.map((fields) => bytes(fields.join('\r\n'))),
	multipart,
	soundMultipart,
	fc.uint8Array({ maxLength: 200 }),
	fc.constantFrom(
		bytes('{"a":'.repeat(900)),
		bytes('a&'.repeat(2000)),
		// Over the limits of the app that is tested.
		bytes('x'.repeat(70_000))
	)
);

/** Requests of all kinds, most of them wrong somewhere. */
export const wildRequest: Arbitrary<Wild> = fc.record({
	method,
	target,
	headers: fc
		.tuple(
			fc.oneof({ weight: 5, arbitrary: usual }, fc.constant([])),
			fc.array(header, { maxLength: 4 })
		)
		.map((lists): [string, string][] => lists.flat()),
	body,
	cuts: fc.array(fc.nat(300), { maxLength: 4 }),
	length: fc.constantFrom('none', 'none', 'true', 'more', 'less', 'nonsense')
});

/** A body in its chunks. */
export const chunksOf = ({ body, cuts }: Wild): Uint8Array[] => {
	const ends = [...new Set([...cuts.filter((cut) => cut < body.length), body.length])];
	ends.sort((a, b) => a - b);
	return ends.map((end, at) => body.slice(ends[at - 1] ?? 0, end));
};

/** What `content-length` says of a body, or `null`. */
export const lengthOf = ({ body, length }: Wild): string | null => {
	if (length === 'none') return null;
	if (length === 'nonsense') return 'many';
	return String(Math.max(0, body.length + { true: 0, more: 9, less: -9 }[length]));
};
