import { describe, vi } from 'vitest';
import { formRequestSuite } from './form-request-suite.ts';

// As on platforms that keep what makes a request in hidden places.
vi.mock('../../../src/server/body/platform-request.ts', async (original) => {
	const module = await original<typeof import('../../../src/server/body/platform-request.ts')>();
	return { ...module, PlatformRequest: module.EagerRequest };
});

describe('a request that makes the platform’s at once', () => {
	formRequestSuite();
});
