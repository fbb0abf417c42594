import type { Section } from '../case.ts';
import { postForm } from '../document.ts';

const ENCTYPES: Record<string, string> = {
	urlencoded: 'enctype="application/x-www-form-urlencoded"',
	multipart: 'enctype="multipart/form-data"',
	'text/plain': 'enctype="text/plain"'
};

const text = (code: string): string => JSON.stringify(code).replaceAll('<', '\\u003c');

/** Texts that every encoding has its own way with. */
const TEXTS: Record<string, string> = {
	newlines: 'a\nb\rc\r\nd\n\re\r',
	'reserved characters': `a b+c&d=e;f%g"h'i\\j<k>l#m?n/o*-._~!(),:@$[]{}|^\``,
	'other alphabets': 'äß中文ש\u202e💩e\u0301',
	'lone surrogates': '\ud800a\udc00',
	controls: '\0\u0001\t\u000b\u000c\u001f\u007f\u0080\ufeff'
};

/** The text as the name and as the value of a field, set by script, because a parser would change it. */
const withText = (value: string): string => `
	const field = document.querySelector('[name=a]');
	field.name = ${text(value)};
	field.value = ${text(value)}`;

const AREA = '<textarea name="t">\na\r\nb&#13;c&#10;</textarea>';

const effective = (
	name: string,
	enctype: string,
	formenctype = ''
): { name: string; body: string } => ({
	name,
	body: `<form method="post" action="sink" ${enctype}><input name="a" value="x y=z"><button id="go" ${formenctype}>Go</button></form>`
});

/** Pages and forms in another encoding than UTF-8. */
const CHARSETS = postForm(
	'<input name="n" value="&eacute;&#20013;&#128169;"><input type="hidden" name="_charset_">'
);
const accept = (charset: string): string =>
	CHARSETS.replace('method', `accept-charset="${charset}" method`);

/** How the entries are written. */
export const encodingSection: Section = {
	title: 'Encoding',
	rules: [
		...Object.entries(ENCTYPES).map(([title, enctype]) => ({
			rule: `Names and values, ${title}`,
			cases: [
				...Object.entries(TEXTS).map(([name, value]) => ({
					name,
					body: postForm('<input type="hidden" name="a">', enctype),
					before: withText(value)
				})),
				{ name: 'a text area', body: postForm(AREA, enctype) },
				{
					name: 'a text area, hard wrapped',
					body: postForm(
						'<textarea name="t" wrap="hard" cols="10">Some text that is too long for it.</textarea>',
						enctype
					)
				}
			]
		})),
		{
			rule: 'The enctype is the submitter’s where it has one, else the form’s',
			cases: [
				effective('none', ''),
				effective('empty', 'enctype=""'),
				effective('invalid', 'enctype="application/json"'),
				effective('in capitals', 'enctype="MULTIPART/Form-Data"'),
				effective('text/plain in capitals', 'enctype="Text/Plain"'),
				effective('formenctype', ENCTYPES.multipart, 'formenctype="text/plain"'),
				effective('formenctype, empty', ENCTYPES.multipart, 'formenctype=""'),
				effective('formenctype, invalid', ENCTYPES.multipart, 'formenctype="nonsense"'),
				effective('with a space', 'enctype="multipart/form-data "')
			]
		},
		{
			rule: 'The encoding is accept-charset’s first known one, else the document’s',
			cases: [
				...[
					'utf-8',
					'UTF8',
					'windows-1252',
					'iso-8859-1',
					'utf-16',
					'utf-16be',
					'nope',
					'',
					'nope shift_jis utf-8',
					'utf-8 windows-1252',
					' , utf-8'
				].map((charset) => ({ name: `accept-charset="${charset}"`, body: accept(charset) })),
				{
					name: 'accept-charset, multipart',
					body: accept('windows-1252').replace('method', `${ENCTYPES.multipart} method`)
				},
				{
					name: 'accept-charset, text/plain',
					body: accept('windows-1252').replace('method', `${ENCTYPES['text/plain']} method`)
				},
				...['', 'utf-8', 'nope', 'windows-1252'].map((charset) => ({
					name: `a page in windows-1252, accept-charset="${charset}"`,
					charset: 'windows-1252',
					body: charset ? accept(charset) : CHARSETS
				})),
				{
					name: 'a page in windows-1252, multipart',
					charset: 'windows-1252',
					body: CHARSETS.replace('method', `${ENCTYPES.multipart} method`)
				},
				{
					name: 'a page in windows-1252, a query in the action',
					charset: 'windows-1252',
					body: CHARSETS.replace('sink', 'sink?q=&eacute;')
				},
				{
					name: 'a page in windows-1252, a query in the action, in UTF-8',
					charset: 'windows-1252',
					body: accept('utf-8').replace('sink', 'sink?q=&eacute;')
				}
			]
		}
	]
};
