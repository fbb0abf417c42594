// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { goto, invalidate, invalidateAll } from '../../../src/navigation.ts';
import type { PageData } from '../../../src/protocol/page-data.ts';
import { defer, tasks } from '../dom.ts';
import { at, pageOf, setup, type Answer } from './setup.ts';

const FIRST: PageData = {
	...pageOf('/start'),
	layouts: [
		['/', { root: 1 }, false, ['app:root']],
		['/start', { section: 1 }, false, ['app:section']]
	],
	data: { own: 1 },
	depends: ['app:own']
};

let app: ReturnType<typeof setup>;

/** The requests for `/start` are answered by hand. */
const start = () => {
	const answers = [defer<Answer>(), defer<Answer>()];
	let next = 0;
	app = setup({ '/start': () => answers[next++]!.promise }, '/start', FIRST);
	return answers;
};

const heldIn = (request: number): string | null =>
	new Headers(app.fetch.mock.calls[request]![1]!.headers).get('x-softpost-held');

beforeEach(() => {
	document.body.innerHTML = '';
});

afterEach(() => app.router.destroy());

it.each<[string, () => Promise<void>, () => Promise<void>, string | null]>([
	['two', () => invalidate('app:root'), () => invalidate('app:own'), '%2Fstart'],
	['some after all', () => invalidateAll(), () => invalidate('app:own'), null],
	['all after some', () => invalidate('app:own'), () => invalidateAll(), null]
])('the newer of %s loads what the older one was to load', async (_, older, newer, held) => {
	const answers = start();
	const both = [older(), newer()];
	await tasks();
	expect(heldIn(1)).toBe(held);
	answers[0]!.resolve({ ...FIRST, data: { own: 'older' } });
	answers[1]!.resolve({ ...FIRST, data: { own: 'newer' } });
	await Promise.all(both);
	expect(app.page.current.data).toMatchObject({ own: 'newer' });
});

it('one that is over is forgotten', async () => {
	const answers = start();
	answers[0]!.resolve(FIRST);
	await invalidate('app:root');
	answers[1]!.resolve(FIRST);
	await invalidate('app:own');
	expect(heldIn(1)).toBe('%2F,%2Fstart');
});

it('a navigation in the meantime keeps no data, and the one after it keeps data again', async () => {
	start();
	void invalidate('app:root');
	await tasks();
	await goto(at('/next'));
	expect(heldIn(1)).toBeNull();
	app.page.set({ url: at('/next') });
	await goto(at('/more'));
	expect(heldIn(2)).toBeNull();
});

it('a navigation after a failed one keeps no data', async () => {
	const answers = start();
	answers[0]!.reject(new TypeError('offline'));
	await expect(invalidate('app:root')).rejects.toMatchObject({ code: 'network' });
	await goto(at('/next'));
	expect(heldIn(1)).toBeNull();
});
