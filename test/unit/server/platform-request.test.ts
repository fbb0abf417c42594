import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
	vi.unstubAllGlobals();
	vi.resetModules();
});

/** The module as it is where `Request` is this one. */
const loadWith = (own: typeof Request) => {
	vi.stubGlobal('Request', own);
	return import('../../../src/server/body/platform-request.ts');
};

it('makes requests at once where the platform refuses those that wait', async () => {
	class Strict extends Request {
		constructor(input: RequestInfo | URL, init?: RequestInit) {
			if (typeof input === 'object' && !('href' in input))
				throw new TypeError('Illegal invocation');
			super(input, init);
		}
	}
	const { PlatformRequest, EagerRequest } = await loadWith(Strict);
	expect(PlatformRequest).toBe(EagerRequest);
});

it('makes requests at once where the platform takes those that wait for something else', async () => {
	class Careless extends Request {
		constructor(input: RequestInfo | URL, init?: RequestInit) {
			super(typeof input === 'object' ? 'http://localhost/' : input, init);
		}
	}
	const { PlatformRequest, EagerRequest } = await loadWith(Careless);
	expect(PlatformRequest).toBe(EagerRequest);
});
