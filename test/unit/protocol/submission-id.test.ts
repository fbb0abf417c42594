import { describe, expect, it, vi } from 'vitest';
import { submissionId } from '../../../src/protocol/submission-id.ts';

describe('submissionId', () => {
	it('is 128 bits that are safe in a URL, a header and a field', () => {
		expect(submissionId()).toMatch(/^[0-9a-f]{32}$/);
	});

	it('is never the same', () => {
		expect(new Set(Array.from({ length: 1000 }, submissionId)).size).toBe(1000);
	});

	it('needs no secure context', () => {
		const { getRandomValues } = crypto;
		vi.stubGlobal('crypto', { getRandomValues: getRandomValues.bind(crypto) });
		expect(submissionId()).toMatch(/^[0-9a-f]{32}$/);
		vi.unstubAllGlobals();
	});
});
