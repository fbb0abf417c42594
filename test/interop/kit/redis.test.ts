import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Site } from '../../browser/harness.ts';
import { isRedisThere, startRedis, type RedisServer } from '../../stores/redis-server.ts';
import { apps, serveApp } from './site.ts';

/** The copies of a submission may come to different servers, which share a Redis. */
describe.runIf(isRedisThere()).each(apps.filter((app) => app.endsWith('-with')))(
	'exactlyOnce with Redis: %s',
	(app) => {
		let redis: RedisServer;
		let sites: Site[];
		beforeAll(async () => {
			redis = await startRedis(true);
			const env = { REDIS_URL: redis.url };
			sites = await Promise.all([serveApp(app, { env }), serveApp(app, { env })]);
		});
		afterAll(async () => {
			await Promise.all(sites.map((site) => site.close()));
			await redis.close();
		});

		const runsOf = async ({ url }: Site): Promise<string[]> =>
			(await fetch(`${url}/runs`)).json() as Promise<string[]>;

		const runs = async (): Promise<string[]> => (await Promise.all(sites.map(runsOf))).flat();

		beforeEach(runs);

		const send = ({ url }: Site, action: string, id: string): Promise<Response> => {
			const body = new FormData();
			body.append('name', 'Ann');
			return fetch(`${url}/forms?/${action}`, {
				method: 'POST',
				body,
				headers: {
					accept: 'application/json',
					origin: url,
					'x-forwarded-proto': 'http',
					'x-sveltekit-action': 'true',
					'x-softpost-submission': id
				}
			});
		};

		it.each(['save', 'wrong'])('runs %s once for the copies at two servers', async (action) => {
			const id = crypto.randomUUID().replaceAll('-', '');
			const copies = await Promise.all([...sites, ...sites].map((site) => send(site, action, id)));
			const texts = await Promise.all(copies.map((copy) => copy.text()));
			expect(texts[0]).toContain('Ann');
			expect(new Set(texts).size).toBe(1);
			expect(await runs()).toEqual(['Ann']);
		});

		it('runs nothing while Redis is away, and says so; the next copy runs it', async () => {
			const id = crypto.randomUUID().replaceAll('-', '');
			await redis.kill();
			const refused = await send(sites[0]!, 'save', id);
			expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
			expect(await refused.json()).toMatchObject({ type: 'error', error: { code: 'retry_later' } });
			expect(await runs()).toEqual([]);
			await redis.start();
			await expect
				.poll(async () => (await send(sites[1]!, 'save', id)).json())
				.toMatchObject({ type: 'success' });
			expect(await runs()).toEqual(['Ann']);
		});
	}
);
