import { Redis } from 'ioredis';
import { createClient } from 'redis';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { redisSubmissions } from '../../../src/server/redis/redis.ts';
import type { SubmissionStore } from '../../../src/server.ts';
import { isRedisThere, startRedis, type RedisServer } from '../../stores/redis-server.ts';

const MINUTE = 60_000;

const ends: (() => unknown)[] = [];
afterEach(async () => {
	for (const end of ends.splice(0).toReversed()) await end();
	vi.restoreAllMocks();
});

const server = async (keeps = true): Promise<RedisServer> => {
	const redis = await startRedis(keeps);
	ends.push(() => redis.close());
	return redis;
};

/** Both clients as an app makes them. Neither has an error listener. */
const clients = {
	redis: async (url: string) => {
		const client = await createClient({ url }).connect();
		ends.push(() => client.destroy());
		return client;
	},
	ioredis: async (url: string) => {
		const client = new Redis(url);
		ends.push(() => client.disconnect());
		await new Promise<void>((resolve) => {
			client.once('ready', () => resolve());
		});
		return client;
	}
};

const silence = () => vi.spyOn(console, 'error').mockImplementation(() => {});

/** Waits until a step is done again. */
const back = async (step: () => unknown): Promise<void> => {
	await vi.waitFor(async () => step(), { timeout: 8000, interval: 50 });
};

describe.runIf(isRedisThere()).each(['redis', 'ioredis'] as const)(
	'redisSubmissions with a client of %s',
	(name) => {
		const open = async (redis: RedisServer, options?: { prefix?: string; maxAge?: number }) =>
			redisSubmissions(await clients[name](redis.url), options) as Required<SubmissionStore>;

		it('adds where nothing is, replaces what is expected, and forgets in time', async () => {
			const store = await open(await server());
			expect(await store.get('a')).toBeNull();
			expect(await store.add('a', '1', MINUTE)).toBe(true);
			expect(await store.add('a', '2', MINUTE)).toBe(false);
			expect(await store.get('a')).toBe('1');
			expect(await store.replace('a', '0', '2', MINUTE)).toBe(false);
			expect(await store.replace('a', '1', '2', MINUTE)).toBe(true);
			expect(await store.replace('b', '', '2', MINUTE)).toBe(false);
			await store.set('a', 'ж😀\u0000', 0.5);
			await vi.waitFor(async () => expect(await store.get('a')).toBeNull());
			await store.set('a', 'ж😀\u0000', MINUTE);
			expect(await store.get('a')).toBe('ж😀\u0000');
			expect(await store.replace('a', 'ж😀\u0000', '', 0)).toBe(true);
			expect(await store.get('a')).toBeNull();
			await store.set('a', '1', MINUTE);
			await store.delete('a');
			expect(await store.get('a')).toBeNull();
		});

		it('keeps for ten minutes under its prefix, or for the given time', async () => {
			const redis = await server();
			expect((await open(redis)).maxAge).toBe(10 * MINUTE);
			const store = await open(redis, { prefix: 'shop:', maxAge: 5 });
			expect(store.maxAge).toBe(5);
			await store.add('a', '1', MINUTE);
			const client = await clients.redis(redis.url);
			expect((await client.keys('*')).toSorted()).toEqual(['shop:a', 'shop:generation']);
			expect(await client.pTTL('shop:a')).toBeGreaterThan(MINUTE - 5000);
		});

		it('tells one of many at once that it has added', async () => {
			const redis = await server();
			const stores = [await open(redis), await open(redis), await open(redis)];
			const added = await Promise.all(
				Array.from({ length: 300 }, (_, index) => stores[index % 3]!.add('a', `${index}`, MINUTE))
			);
			expect(added.filter(Boolean)).toHaveLength(1);
		});

		it('rejects at once while Redis is away, and goes on when it is back', async () => {
			const log = silence();
			const redis = await server();
			const store = await open(redis);
			const other = await open(redis);
			await store.set('a', '1', MINUTE);
			await redis.kill();
			// Each client notices for itself.
			for (const each of [store, other])
				await back(() => expect(each.get('c')).rejects.toThrow('not connected'));
			// What this server has put in itself it knows.
			expect(await store.get('a')).toBe('1');
			expect(await store.add('a', '2', MINUTE)).toBe(false);
			const started = performance.now();
			await expect(store.add('b', '1', MINUTE)).rejects.toMatchObject({ code: 'store' });
			await expect(store.set('b', '1', MINUTE)).rejects.toMatchObject({ code: 'store' });
			expect(performance.now() - started).toBeLessThan(500);
			await vi.waitFor(() => expect(log).toHaveBeenCalled());
			await redis.start();
			await back(async () => expect(await other.get('a')).toBe('1'));
			// The refused step was not queued for later.
			expect(await other.get('b')).toBeNull();
			expect(log).toHaveBeenCalledTimes(2);
		});

		it('leaves errors to the app, where that listens', async () => {
			const log = silence();
			const redis = await server();
			const client = await clients[name](redis.url);
			const listener = vi.fn();
			client.on('error', listener);
			redisSubmissions(client);
			await redis.kill();
			await vi.waitFor(() => expect(listener).toHaveBeenCalled());
			expect(log).not.toHaveBeenCalled();
		});

		it('rejects in time where Redis hangs, then at once, and goes on when it does', async () => {
			const redis = await server();
			const store = await open(redis);
			await store.set('a', '1', MINUTE);
			redis.pause();
			ends.push(() => redis.resume());
			const started = performance.now();
			await expect(store.get('b')).rejects.toThrow('did not respond');
			expect(performance.now() - started).toBeLessThan(1500);
			await expect(store.get('b')).rejects.toThrow('does not respond');
			expect(performance.now() - started).toBeLessThan(1600);
			redis.resume();
			await back(() => store.get('b'));
		});

		it('restores the data that Redis has lost, before anybody gets a claim', async () => {
			silence();
			const redis = await server(false);
			const [one, two] = [await open(redis), await open(redis)];
			await one.add('claimed', '?one', MINUTE);
			await one.set('answered', '{}', MINUTE);
			await one.set('gone', '{}', MINUTE);
			await one.delete('gone');
			await two.get('answered');
			await two.add('other', '?two', MINUTE);
			await redis.kill();
			await redis.start();
			// Either may be back first.
			const adding = (key: string) => async () => {
				expect(await two.add(key, '?two', MINUTE)).toBe(false);
			};
			await back(adding('claimed'));
			await back(adding('answered'));
			await back(adding('other'));
			expect(await two.get('claimed')).toBe('?one');
			expect(await two.get('answered')).toBe('{}');
			await back(async () => expect(await two.add('gone', '?two', MINUTE)).toBe(true));
		});

		it('does so too where a server that was started in the meantime came first', async () => {
			silence();
			const redis = await server(false);
			const [one, two] = [await open(redis), await open(redis)];
			await one.add('claimed', '?one', MINUTE);
			await two.get('claimed');
			await two.add('other', '?two', MINUTE);
			await redis.kill();
			await redis.start();
			const fresh = await open(redis);
			// Refused where one of the others was quicker.
			await Promise.resolve(fresh.add('first', '?fresh', MINUTE)).catch(() => {});
			await back(async () => expect(await two.add('claimed', '?two', MINUTE)).toBe(false));
			expect(await two.get('claimed')).toBe('?one');
		});

		it('does so too where Redis has kept its data: it may lack the last of them', async () => {
			silence();
			const redis = await server();
			const [one, two] = [await open(redis), await open(redis)];
			await one.add('claimed', '?one', MINUTE);
			await two.add('other', '?two', MINUTE);
			// As a crash may.
			const client = await clients.redis(redis.url);
			client.on('error', () => {});
			await client.del('softpost:claimed');
			await redis.kill();
			await redis.start();
			await back(async () => expect(await two.add('claimed', '?two', MINUTE)).toBe(false));
			expect(await two.get('claimed')).toBe('?one');
			await back(async () => expect(await two.add('new', '?two', MINUTE)).toBe(true));
		});

		it('puts a response in again over the claim that came before it', async () => {
			silence();
			const redis = await server();
			const [one, two] = [await open(redis), await open(redis)];
			await one.add('a', '?one', MINUTE);
			await one.replace('a', '?one', '{}', MINUTE);
			await one.add('b', '?one', MINUTE);
			await two.get('a');
			// The state after a crash if the last writes were not on the disk.
			const client = await clients.redis(redis.url);
			client.on('error', () => {});
			await client.set('softpost:a', '?one');
			await client.set('softpost:b', '{"by":"two"}');
			await client.configSet('appendfsync', 'always');
			await client.set('last', '1');
			await redis.kill();
			await redis.start();
			await back(async () => expect(await two.get('a')).toBe('{}'));
			expect(await two.get('b')).toBe('{"by":"two"}');
		});

		it('needs no such time where Redis was started long ago, or is new', async () => {
			const redis = await server();
			await (await open(redis)).add('a', '?one', MINUTE);
			expect(await (await open(redis)).add('b', '?two', MINUTE)).toBe(true);
		});
	}
);
