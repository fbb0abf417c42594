import { expect, it } from 'vitest';
import { fileNameOf } from '../../../src/document/file-name.ts';

const URL = 'https://app.example/export/list%20all.csv?x=/y';

it.each([
	['attachment; filename="a b.csv"', 'a b.csv'],
	['attachment; filename=plain.csv', 'plain.csv'],
	['attachment; FILENAME = "x.csv" ; size=3', 'x.csv'],
	['attachment; filename="say \\"hi\\".txt"', 'say "hi".txt'],
	['attachment; filename="e.txt"; filename*=UTF-8\'\'%E2%82%AC.txt', '\u20ac.txt'],
	["attachment; filename*=iso-8859-1'en'%A3.txt", '\u00a3.txt'],
	['attachment; filename="\u00c3\u00bc.txt"', '\u00fc.txt'],
	['attachment; filename="../../etc/passwd"', 'passwd'],
	['attachment; filename="C:\\\\x\\\\y.txt"', 'y.txt'],
	["attachment; filename*=nonsense''x; filename=y.txt", 'y.txt'],
	['attachment', 'list all.csv'],
	[null, 'list all.csv']
])('the name of a file: %s', (disposition, name) => {
	expect(fileNameOf(disposition, URL)).toBe(name);
});

it('of an address with an invalid encoding', () => {
	expect(fileNameOf(null, 'https://app.example/100%.txt')).toBe('100%.txt');
});
