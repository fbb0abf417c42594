import { expect, it, vi } from 'vitest';

it('is a blank page if there is no document', async () => {
	expect(typeof document).toBe('undefined');
	const { page } = await import('../../../src/page.ts');
	expect(page.current).toMatchObject({ form: null, status: 200, data: {} });
	expect(page.current.url.href).toBe('about:blank');
	const listener = vi.fn();
	page.subscribe(listener)();
	expect(listener).toHaveBeenCalledExactlyOnceWith(page.current);
});

it('every entry can be imported without a document, and deserialize works there', async () => {
	const root = await import('../../../src/index.ts');
	await import('../../../src/navigation.ts');
	expect(root.deserialize('{"type":"success","status":204}')).toEqual({
		type: 'success',
		status: 204
	});
});
