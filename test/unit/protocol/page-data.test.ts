import { expect, it } from 'vitest';
import { isActionResult } from '../../../src/protocol/action-result.ts';
import { SoftpostError } from '../../../src/protocol/errors.ts';
import { mergedData } from '../../../src/protocol/page-data.ts';

it("mergedData is all load data, the page's own last", () => {
	const data = mergedData({
		layouts: [
			['/', { user: 'Ada', title: 'App' }],
			['/blog', null],
			['/blog/:slug', { title: 'Blog' }]
		],
		data: { title: 'Post' }
	});
	expect(data).toEqual({ user: 'Ada', title: 'Post' });
});

it("mergedData leaves the layouts' own data as it is", () => {
	const own = { title: 'App' };
	mergedData({ layouts: [['/', own]], data: { title: 'Page' } });
	expect(own).toEqual({ title: 'App' });
});

it('mergedData is empty where nothing was loaded', () => {
	expect(mergedData({ layouts: [], data: null })).toEqual({});
});

it.each([undefined, null, 0, '', 'success', [], {}, () => {}])(
	'isActionResult(%j) is false',
	(value) => {
		expect(isActionResult(value)).toBe(false);
	}
);

it('a SoftpostError carries code, facts and cause', () => {
	const cause = new Error('below');
	const error = new SoftpostError('network', 'No connection', { url: '/' }, { cause });
	expect(error).toBeInstanceOf(Error);
	expect(error).toMatchObject({
		code: 'network',
		message: 'No connection',
		data: { url: '/' },
		cause
	});
	expect(new SoftpostError('network', 'No connection').data).toEqual({});
});
