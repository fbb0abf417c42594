import { describe, expect, it } from 'vitest';
import {
	boundaryOf,
	findSubmissionField,
	withoutBoundaries
} from '../../../src/server/once/submission-field.ts';

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

describe('withoutBoundaries', () => {
	const bytes = (text: string) => new TextEncoder().encode(text);
	const text = (boundary: string | null, body: string) => {
		const { content, lengths } = withoutBoundaries(bytes(body), boundary);
		return [new TextDecoder().decode(content), lengths];
	};

	it.each([
		[null, 'a=1', 'a=1', []],
		['x', '', '', [0]],
		['x', 'axbxc', 'abc', [1, 1, 1]],
		['x', 'xx', '', [0, 0, 0]],
		['--ab', '----ab--a--ab', '----a', [2, 3, 0]],
		['aab', 'aaab', 'a', [1, 0]],
		['abab', 'ababab', 'ab', [0, 2]],
		['long'.repeat(18), 'long'.repeat(18), 'long'.repeat(18), []]
	])('of %j in %j', (boundary, body, content, lengths) => {
		expect(text(boundary, body)).toEqual([content, lengths]);
	});

	it('finds what splitting a text finds', () => {
		let seed = 7;
		const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
		const word = (length: number) => Array.from({ length }, () => 'ab-'[random(3)]).join('');
		for (let round = 0; round < 2000; round++) {
			const boundary = word(1 + random(4));
			const body = word(random(40));
			const parts = body.split(boundary);
			expect(text(boundary, body)).toEqual([parts.join(''), parts.map(({ length }) => length)]);
		}
	});
});
