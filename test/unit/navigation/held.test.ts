import { describe, expect, it } from 'vitest';
import { heldBeside, heldKeys, staleLoads, withHeld } from '../../../src/navigation/load/held.ts';
import type { PageData } from '../../../src/protocol/page-data.ts';

const page: PageData = {
	route: '/a/[id]',
	params: { id: '7' },
	status: 200,
	layouts: [
		['/', { root: 1 }, false, ['app:root']],
		['/a', { a: 1 }, true, ['app:a', 'https://app.example/api?x']],
		['/a/[id]', { id: 1 }, false, ['parent']]
	],
	data: { page: 1 },
	depends: ['app:page'],
	error: null,
	form: null
};

const named =
	(...names: string[]) =>
	(url: URL) =>
		names.includes(url.href);

describe('staleLoads', () => {
	it.each([
		[['app:page'], [false, false, false, true]],
		[['https://app.example/api?x'], [false, true, true, false]],
		[['https://app.example/api'], [false, false, false, false]],
		[[], [false, false, false, false]]
	])('of %j', (names, stale) => {
		expect(staleLoads(page, named(...names))).toEqual(stale);
	});

	it('reruns a load that has called parent(), if one above reruns', () => {
		expect(staleLoads(page, named('app:root'))).toEqual([true, false, true, false]);
		const below = { ...page, depends: ['parent'] };
		expect(staleLoads(below, named('app:root'))).toEqual([true, false, true, true]);
		expect(staleLoads(below, named('app:page'))).toEqual([false, false, false, false]);
	});

	it('asks about each that there is', () => {
		const asked: string[] = [];
		staleLoads(page, ({ href }) => !!asked.push(href));
		expect(asked).toEqual(['app:root', 'app:a', 'https://app.example/api?x', 'app:page']);
	});
});

describe('what is held beside', () => {
	it('is the rest, also what belongs to the URL', () => {
		expect(heldKeys(heldBeside(page, [true, false, false, false]))).toBe(
			'%2Fa,%2Fa%2F%5Bid%5D/7,page'
		);
		expect(heldKeys(heldBeside(page, [false, false, false, true]))).toBe(
			'%2F,%2Fa,%2Fa%2F%5Bid%5D/7'
		);
	});

	it('is put in where the server left it out, with what it depends on', () => {
		const held = heldBeside(page, [true, false, false, false]);
		const answer: PageData = {
			...page,
			layouts: [
				['/', { root: 2 }, false, ['app:root']],
				['/a', undefined],
				['/a/[id]', undefined]
			],
			data: undefined
		};
		delete answer.depends;
		expect(withHeld(answer, held)).toEqual({
			...page,
			layouts: [['/', { root: 2 }, false, ['app:root']], page.layouts[1], page.layouts[2]]
		});
	});

	it('does not stand in for no data', () => {
		const held = heldBeside(page, [false, false, false, false]);
		expect(withHeld({ ...page, data: null }, held).data).toBeNull();
	});
});
