import { describe, expect, it } from 'vitest';
import { LazyRequest, PlatformRequest } from '../../../src/server/body/platform-request.ts';
import { formRequestSuite } from './form-request-suite.ts';

describe('a request that waits with the platform’s', () => {
	it('is what this Node has', () => {
		// Where this fails, Node has changed what it looks for, and each request costs more; nothing else breaks.
		expect(PlatformRequest).toBe(LazyRequest);
	});

	it('makes it for who needs it, once', () => {
		let made = 0;
		const request = new LazyRequest({
			url: 'http://localhost/a/../b',
			method: 'PUT',
			headers: new Headers({ 'x-a': '1' }),
			init: () => {
				made += 1;
				return { method: 'PUT', headers: { 'x-a': '1' } };
			}
		});
		expect([request.url, request.method, request.headers.get('x-a')]).toEqual([
			'http://localhost/b',
			'PUT',
			'1'
		]);
		expect([made, request.isMade]).toEqual([0, false]);
		expect([request.mode, request.cache, request.headers.get('x-a')]).toEqual([
			'cors',
			'default',
			'1'
		]);
		expect([made, request.isMade]).toEqual([1, true]);
	});

	formRequestSuite();
});
