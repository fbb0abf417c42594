import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRedisThere, startRedis, type RedisServer } from '../stores/redis-server.ts';
import { Farm } from './farm.ts';
import { options } from './options.ts';
import { Plan, type Outage } from './plan.ts';
import { createRandom, type Random } from './random.ts';
import { readRuns, twice, type Run } from './runs.ts';
import { submit, type Copy } from './user.ts';

const SERVERS = 3;
const USERS = 12;

/** Milliseconds. */
const LONGEST_WAIT = 5000;
const SHORT_OUTAGE = 2000;

const { submissions, seconds, seed, volatile } = options;

let redis: RedisServer;
let farm: Farm;
let plan: Plan;
let runs: Run[];
let copies: Copy[];

/** Users who submit one form after the other, until there are enough. */
const submitAll = async (url: string, random: Random): Promise<Copy[]> => {
	const end = Date.now() + seconds * 1000;
	const all: Copy[] = [];
	let next = 0;
	const use = async (): Promise<void> => {
		while (next < submissions && Date.now() < end) all.push(...(await submit(url, next++, random)));
	};
	await Promise.all(Array.from({ length: USERS }, use));
	return all;
};

const overlaps = ({ from, to }: Outage, { trips, at }: Copy): boolean =>
	from <= at && to >= trips[0]!.began;

/** Whether a copy met a Redis that was away for long. */
const metLongOutage = (copy: Copy): boolean =>
	plan.outages.some((outage) => outage.to - outage.from >= SHORT_OUTAGE && overlaps(outage, copy));

describe.runIf(isRedisThere())('three servers and a Redis that are killed', () => {
	const dir = mkdtempSync(join(tmpdir(), 'softpost-chaos-'));

	beforeAll(async () => {
		const file = join(dir, 'runs');
		redis = await startRedis(!volatile);
		farm = new Farm({ REDIS_URL: redis.url, RUNS: file });
		const url = await farm.open(SERVERS);
		plan = new Plan({ farm, size: SERVERS, redis }, createRandom(seed));
		const followed = plan.follow();
		copies = await submitAll(url, createRandom(seed + 1));
		plan.stop();
		await followed;
		runs = readRuns(file);
	}, 3_600_000);

	afterAll(async () => {
		await farm?.close();
		await redis?.close();
		rmSync(dir, { recursive: true, force: true });
	});

	it('respond to every copy', () => {
		const trips = copies.flatMap((copy) => copy.trips);
		const count = (wanted: (status: number) => boolean) =>
			trips.filter(({ status }) => wanted(status)).length;
		console.log(
			[
				`seed ${seed}${volatile ? ', Redis loses its data' : ''}`,
				`${copies.length / 3} submissions, ${copies.length} copies, ${trips.length} requests, ${runs.length} runs`,
				`${plan.outages.length} outages of Redis, ${farm.deaths.length} servers killed`,
				`${count((status) => status === 503)} answers 503, ${count((status) => status === 0)} broken connections`,
				`longest wait ${Math.max(...trips.map(({ took }) => took))} ms`
			].join('\n')
		);
		expect(copies.length).toBeGreaterThan(0);
		expect(new Set(runs.map(({ number }) => number)).size).toBe(copies.length / 3);
	});

	it('are ended by nothing but the plan', () => {
		expect(farm.crashes).toEqual([]);
	});

	it('run no action twice, unless the process that ran it first was killed', () => {
		const all = twice(runs, farm.deaths, plan.outages);
		for (const { number, reason } of all) console.log(`submission ${number} ran twice: ${reason}`);
		const unexplained = all.filter(({ reason }) => reason === null);
		const started = copies[0]?.trips[0]?.began ?? 0;
		const told = unexplained.map(({ number }) =>
			runs
				.filter((run) => run.number === number)
				.map(({ pid, began, ended }) => ({
					number,
					pid,
					from: began - started,
					to: ended - started
				}))
		);
		const taken = { outages: plan.outages, deaths: farm.deaths };
		expect(told, JSON.stringify({ started, ...taken })).toEqual([]);
	});

	it('give all copies of a submission the same answer', () => {
		const ranTwice = new Set(twice(runs, farm.deaths, plan.outages).map(({ number }) => number));
		const answers = new Map<number, string>();
		const different = copies.filter(({ number, answer }) => {
			if (answer === null || ranTwice.has(number)) return false;
			if (!answers.has(number)) answers.set(number, answer);
			return answers.get(number) !== answer;
		});
		expect(different).toEqual([]);
	});

	it('respond to each request within five seconds', () => {
		const late = copies.filter(({ trips }) => trips.some(({ took }) => took > LONGEST_WAIT));
		expect(late).toEqual([]);
	});

	it('show no user an error for an outage below two seconds', () => {
		expect(copies.filter((copy) => copy.answer === null && !metLongOutage(copy))).toEqual([]);
	});
});
