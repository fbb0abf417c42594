// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { plainState } from '../../../src/navigation/history/plain-state.ts';

describe('plainState', () => {
	it('leaves a state alone that an entry can keep', () => {
		const state = { a: [1, { b: new Date(0) }], map: new Map([[1, 2]]) };
		expect(plainState(state)).toBe(state);
	});

	it('copies lists and objects behind proxies, cycles and prototypes of no kind too', () => {
		const list = new Proxy([1, new Proxy({ deep: new Date(0) }, {})], {});
		const state: Record<string, any> = new Proxy({ list, bare: Object.create(null) }, {});
		state.self = state;
		const plain = plainState(state);
		expect(plain.list).toEqual([1, { deep: new Date(0) }]);
		expect(plain.self).toBe(plain);
		expect(() => structuredClone(plain)).not.toThrow();
	});

	it('copies a property named __proto__ as one', () => {
		const state = new Proxy(JSON.parse('{"__proto__":{"polluted":1}}'), {});
		const plain = plainState(state);
		expect(Object.getPrototypeOf(plain)).toBe(Object.prototype);
		expect(Object.hasOwn(plain, '__proto__')).toBe(true);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});

	it('names the property that no entry can keep', () => {
		const state = { fine: 1, open: () => {}, list: [Symbol('x')] };
		expect(() => plainState(state)).toThrow(
			expect.objectContaining({
				code: 'history_state',
				message: expect.stringContaining('state.open'),
				data: { keys: ['open', 'list'] }
			})
		);
	});
});
