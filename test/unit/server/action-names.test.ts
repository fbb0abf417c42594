import { expect, it, vi } from 'vitest';
import { resultOf, testApp } from './setup.ts';

const ran = vi.fn(() => ({}));
const own = { save: ran, hasOwnProperty: ran };
const app = testApp({
	'/': { page: { actions: own } },
	'/inherited': { page: { actions: Object.create(own) } },
	'/one': { page: { actions: { default: ran } } }
});

it.each([
	...Object.getOwnPropertyNames(Object.prototype).filter((name) => name !== 'hasOwnProperty'),
	'prototype',
	'call',
	'Save',
	'save ',
	'save/',
	'/save',
	'save.call',
	'__proto__.save',
	''
])('"%s" is no action', async (name) => {
	for (const path of ['/', '/one']) {
		const response = await app.enhanced(`${path}?/${encodeURIComponent(name)}`);
		expect(response.status).toBe(404);
		expect(await resultOf(response)).toMatchObject({ type: 'error' });
	}
	expect(ran).not.toHaveBeenCalled();
});

it('"default" is reserved, and runs no action by that name', async () => {
	for (const path of ['/one?/default', '/one?a=1&/default=x', '/?/default', '/one?%2Fdefault']) {
		const response = await app.enhanced(path);
		expect(response.status).toBe(404);
		expect(await resultOf(response)).toMatchObject({ type: 'error' });
		expect((await app.native(path)).status).toBe(404);
	}
	expect(ran).not.toHaveBeenCalled();
});

it('actions that a table inherits are none', async () => {
	expect((await app.enhanced('/inherited?/save')).status).toBe(405);
	expect(ran).not.toHaveBeenCalled();
});

it('a name of Object.prototype that the table has itself is an action', async () => {
	expect((await app.enhanced('/?/hasOwnProperty')).status).toBe(200);
	expect(ran).toHaveBeenCalledOnce();
});
