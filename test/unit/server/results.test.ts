import { describe, expect, it } from 'vitest';
import {
	error,
	fail,
	isActionFailure,
	isHttpError,
	isRedirect,
	json,
	redirect,
	text
} from '../../../src/server.ts';

const thrownBy = (action: () => unknown): any => {
	try {
		action();
	} catch (thrown) {
		return thrown;
	}
	throw new Error('Nothing was thrown');
};

describe('fail', () => {
	it('returns a failure with status and data', () => {
		expect(fail(422, { missing: true })).toMatchObject({ status: 422, data: { missing: true } });
		expect(fail(400).data).toBeUndefined();
		expect(isActionFailure(fail(400))).toBe(true);
		expect(isActionFailure({ status: 400, data: {} })).toBe(false);
	});

	it.each([200, 399, 600, 400.5, NaN])('refuses the status %s', (status) => {
		expect(() => fail(status)).toThrow(
			expect.objectContaining({ code: 'http_status', data: { status } })
		);
	});

	it.each([
		['400', /a status from 400 to 599 first, not "400"/],
		[{ missing: true }, /not {"missing":true}/],
		[undefined, /not undefined/]
	])('says what it got: %j', (status, message) => {
		expect(() => fail(status as never)).toThrow(message);
	});
});

describe('redirect', () => {
	it('throws, and says where to', () => {
		const thrown = thrownBy(() => redirect(303, new URL('https://a.example/x')));
		expect(thrown).toMatchObject({ status: 303, location: 'https://a.example/x', external: false });
		expect(isRedirect(thrown)).toBe(true);
		expect(isRedirect({ status: 303, location: '/' })).toBe(false);
	});

	it.each([null, undefined, 1])(
		'refuses the location %s, as a missing query parameter is',
		(location) => {
			expect(() => redirect(303, location as never)).toThrow(
				expect.objectContaining({ code: 'redirect_target', data: { location } })
			);
		}
	);

	it.each([200, 299, 309, 303.5])('refuses the status %s', (status) => {
		expect(() => redirect(status, '/')).toThrow(expect.objectContaining({ code: 'http_status' }));
	});
});

describe('error', () => {
	it('throws a body, made of a string or given', () => {
		expect(thrownBy(() => error(404, 'Gone fishing'))).toMatchObject({
			status: 404,
			body: { message: 'Gone fishing' }
		});
		expect(thrownBy(() => error(403, { message: 'No', id: 1 }))).toMatchObject({
			body: { message: 'No', id: 1 }
		});
		expect(thrownBy(() => error(500))).toMatchObject({ body: { message: 'Error: 500' } });
	});

	it('is recognized, by status too', () => {
		const thrown = thrownBy(() => error(404));
		expect([isHttpError(thrown), isHttpError(thrown, 404), isHttpError(thrown, 500)]).toEqual([
			true,
			true,
			false
		]);
		expect(isHttpError(new Error('x'))).toBe(false);
	});

	it.each([200, 399, 600])('refuses the status %s', (status) => {
		expect(() => error(status)).toThrow(expect.objectContaining({ code: 'http_status' }));
	});
});

describe('json and text', () => {
	it('set a content type', async () => {
		expect(await json({ a: 1 }).json()).toEqual({ a: 1 });
		expect(json(1).headers.get('content-type')).toBe('application/json');
		expect(await text('hi').text()).toBe('hi');
		expect(text('').headers.get('content-type')).toMatch(/^text\/plain; ?charset=utf-8$/i);
	});

	it('keep what they are given', () => {
		const response = json(
			{},
			{ status: 201, headers: { 'Content-Type': 'application/ld+json', 'x-a': 'b' } }
		);
		expect(response.status).toBe(201);
		expect(response.headers.get('content-type')).toBe('application/ld+json');
		expect(response.headers.get('x-a')).toBe('b');
	});
});
