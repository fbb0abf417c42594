import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFixture, type Site } from './harness.ts';

let site: Site;
beforeAll(async () => {
	site = await serveFixture('isolation');
});
afterAll(() => site.close());

const REQUESTS = 20;

/** What a page saw of itself before, between and after its awaits; and what its layout saw. */
const seenIn = async (response: Response): Promise<unknown> => {
	const html = await response.text();
	const [, layout] = /id="layout">(?:<!--.*?-->)*([^<]*)/.exec(html) ?? [];
	const [, json] = /<pre>(?:<!--.*?-->)*(\[\[.*?\]\])/.exec(html) ?? [];
	return [layout, ...JSON.parse(json ?? '[]')];
};

const names = Array.from({ length: REQUESTS }, (_, index) => `name-${index}`);

/** Every request waits for another time, so that they end in another order than they began. */
const delayOf = (index: number): number => ((index * 7) % REQUESTS) * 5 + 5;

describe('requests that are rendered at once, with awaits between', () => {
	it('each see their own page throughout', async () => {
		const seen = await Promise.all(
			names.map(async (name, index) =>
				seenIn(await fetch(`${site.url}/${name}?delay=${delayOf(index)}`))
			)
		);
		names.forEach((name, index) => {
			const own = [name, name, name, `${delayOf(index)}`, null];
			expect(seen[index]).toEqual([name, own, own, own]);
		});
	});

	it('each see their own form, among others without one', async () => {
		const send = (name: string, index: number): Promise<Response> => {
			const url = `${site.url}/${name}?delay=${delayOf(index)}`;
			if (index % 2) return fetch(url);
			const headers = { origin: site.url, accept: 'text/html' };
			return fetch(url, { method: 'POST', headers, body: new URLSearchParams({ sent: name }) });
		};
		const seen = await Promise.all(
			names.map(async (name, index) => seenIn(await send(name, index)))
		);
		names.forEach((name, index) => {
			const own = [name, name, name, `${delayOf(index)}`, index % 2 ? null : name];
			expect(seen[index]).toEqual([name, own, own, own]);
		});
	});
});
