import { createHash } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
	vi.restoreAllMocks();
	vi.resetModules();
});

const { getBuiltinModule } = process;

it.each([
	['on Node', getBuiltinModule('node:crypto')],
	['on a platform without node:crypto', undefined],
	['on a platform whose node:crypto lacks hash', {}]
])('hashes few bytes and many alike %s', async (_, module) => {
	vi.spyOn(process, 'getBuiltinModule').mockImplementation((name: string): any =>
		name === 'node:crypto' ? module : getBuiltinModule(name)
	);
	const { sha256 } = await import('../../../src/server/once/digest.ts');
	for (const size of [0, 10, 65_536, 65_537]) {
		const bytes = new Uint8Array(size).fill(7);
		const expected = createHash('sha256').update('tëxt').update(bytes).digest('hex');
		expect(await sha256('tëxt', bytes)).toBe(expected);
	}
});
