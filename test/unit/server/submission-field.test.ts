import { describe, expect, it } from 'vitest';
import { boundaryOf, findSubmissionField } from '../../../src/server/once/submission-field.ts';

const URLENCODED = 'application/x-www-form-urlencoded;charset=UTF-8';
const MULTIPART = 'multipart/form-data; boundary=--x1';

const part = (headers: string, value: string): string =>
	`----x1\r\nContent-Disposition: form-data; ${headers}\r\n\r\n${value}\r\n`;
const END = '----x1--\r\n';

describe('boundaryOf', () => {
	it.each([
		['multipart/form-data; boundary=x', 'x'],
		['Multipart/Form-Data; charset=utf-8; Boundary=x; a=b', 'x'],
		['multipart/form-data; boundary="a b"', 'a b'],
		['multipart/form-data', null],
		['text/plain; boundary=x', null]
	])('of %s is %s', (type, boundary) => {
		expect(boundaryOf(type)).toBe(boundary);
	});
});

describe('findSubmissionField', () => {
	it.each([
		['urlencoded', URLENCODED, 'a=1&softpost-submission=id&b=2', 'id'],
		['urlencoded, first', URLENCODED, 'softpost-submission=id', 'id'],
		['urlencoded, twice', URLENCODED, 'softpost-submission=id&softpost-submission=other', 'id'],
		['urlencoded, in a value', URLENCODED, 'a=1%26softpost-submission%3Did', null],
		['urlencoded, part of a name', URLENCODED, 'x-softpost-submission=id', null],
		[
			'multipart',
			MULTIPART,
			part('name="a"', '1') + part('name="softpost-submission"', 'id') + END,
			'id'
		],
		[
			'multipart, headers spelled in another way',
			MULTIPART,
			part('name="softpost-submission"', 'id').replace('Content-D', 'content-d') + END,
			'id'
		],
		['multipart, cut off', MULTIPART, part('name="softpost-submission"', 'id').slice(0, -1), null],
		[
			'multipart, as a file',
			MULTIPART,
			part('name="softpost-submission"; filename="id"', 'id') + END,
			null
		],
		[
			'multipart, within a file that looks like a form',
			MULTIPART,
			part(
				'name="file"; filename="a.txt"',
				'\r\n----other\r\nContent-Disposition: form-data; name="softpost-submission"\r\n\r\nid\r\n----other--'
			) + END,
			null
		],
		['multipart without a boundary', 'multipart/form-data', 'name="softpost-submission"', null],
		['text/plain, first line', 'text/plain', 'softpost-submission=id\r\na=1\r\n', 'id'],
		['text/plain, alone and cut off', 'Text/Plain', 'softpost-submission=id', 'id'],
		['text/plain, another first line', 'text/plain', 'softpost-submissions=id\r\n', null],
		[
			'text/plain, where a text area may have it',
			'text/plain',
			'a=1\r\nsoftpost-submission=id\r\n',
			null
		],
		['nothing', URLENCODED, '', null]
	])('in %s', (_what, type, body, id) => {
		expect(findSubmissionField(body, type)).toBe(id);
	});
});
