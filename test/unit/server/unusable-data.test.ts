import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fail } from '../../../src/server.ts';
import type { ServerRoutes } from '../../../src/server.ts';
import { testApp } from './setup.ts';

/** Rejections that end a process of Node. */
const unhandled = vi.fn();
beforeAll(() => void process.on('unhandledRejection', unhandled));
afterAll(() => void process.off('unhandledRejection', unhandled));

const sleep = (pause: number) => new Promise<void>((done) => setTimeout(done, pause));

const broken = async (pause = 0): Promise<never> => {
	await sleep(pause);
	throw new Error('The database is away');
};

/** Data as apps for SvelteKit return it, where promises are streamed. */
const streamed: [what: string, data: () => object][] = [
	['two promises', () => ({ one: broken(), two: broken(1) })],
	['a promise within', () => ({ streamed: { comments: broken() } })],
	['promises in a list', () => ({ list: [{ value: broken() }, { value: broken() }] })]
];

describe('promises in data', () => {
	const layout = { load: () => sleep(20).then(() => ({})) };
	const save = (data: () => object): ServerRoutes => ({
		'/': { page: { actions: { save: data, refuse: () => fail(400, { ...data() }) } } }
	});

	it.each(streamed)(
		'of a load that is not the last do not end the process: %s',
		async (_, load) => {
			const app = testApp({ '/': { layout, page: { load } } }, { handleError: () => {} });
			const responses = [await app.visit('/'), await app.data('/')];
			await sleep(20);
			expect(responses[1]!.status).toBe(500);
			expect(unhandled).not.toHaveBeenCalled();
		}
	);

	it.each(streamed)('of an action do not end the process: %s', async (_, data) => {
		const app = testApp(save(data), { handleError: () => {} });
		for (const name of ['save', 'refuse'])
			expect((await app.enhanced(`/?/${name}`)).status).toBe(500);
		await sleep(20);
		expect(unhandled).not.toHaveBeenCalled();
	});

	it.each(streamed)('of a universal load do not end the process: %s', async (_, load) => {
		const app = testApp({ '/': { page: {}, universal: { page: { load } } } });
		await app.visit('/');
		await sleep(20);
		expect(unhandled).not.toHaveBeenCalled();
	});
});

describe('a response in data', () => {
	/** A response that never ends, and a function that its cancellation calls. */
	const endless = () => {
		const cancel = vi.fn();
		return { cancel, response: new Response(new ReadableStream({ cancel })) };
	};

	it('is cancelled when the data is refused', async () => {
		for (const path of ['?/save', '?/refuse', '']) {
			const { cancel, response } = endless();
			const data = () => ({ list: [{ response }] });
			const actions = { save: data, refuse: () => fail(400, data()) };
			const app = testApp({ '/': { page: { load: data, actions } } }, { handleError: () => {} });
			const refused = path ? await app.enhanced(`/${path}`) : await app.data('/');
			expect(refused.status).toBe(500);
			expect(cancel).toHaveBeenCalledOnce();
		}
	});
});
