import fc, { type Arbitrary } from 'fast-check';

/** Texts that somebody once got wrong. */
const ODD = [
	'',
	' ',
	'a',
	'b',
	'a b',
	'a&b=c+d;e',
	'a[]',
	'a[b]',
	'x.y',
	'__proto__',
	'constructor',
	'_charset_',
	'isindex',
	'action',
	'method',
	'enctype',
	'target',
	'submit',
	'elements',
	'getAttribute',
	'addEventListener',
	'isConnected',
	'nodeName',
	'ä',
	'中',
	'💩',
	'e\u0301',
	'\ud800',
	'x\udc00y',
	'\0',
	'\u00ad\u200b\ufeff',
	'"',
	`'`,
	'%22',
	'%0D%0A',
	'a\\b',
	'a\\"b',
	'\n',
	'\r',
	'\r\n',
	'a\nb\rc\r\nd\n\re',
	'--',
	'*-._~!()',
	'<b>&amp;'
];

/** One unit of UTF-16, so that also what is no text comes up. */
const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

/** A name or a value. */
export const text: Arbitrary<string> = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom(...ODD) },
	{ weight: 2, arbitrary: fc.string({ maxLength: 8 }) },
	{ weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
	{ weight: 1, arbitrary: fc.string({ unit, maxLength: 6 }) }
);
