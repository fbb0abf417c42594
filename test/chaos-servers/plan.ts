import { setTimeout as sleep } from 'node:timers/promises';
import type { RedisServer } from '../stores/redis-server.ts';
import type { Farm } from './farm.ts';
import type { Random } from './random.ts';

/** A time without Redis. */
export interface Outage {
	from: number;
	/** `Infinity` while it lasts. */
	to: number;
}

/** The process that is killed. */
interface Targets {
	farm: Farm;
	size: number;
	redis: RedisServer;
}

/** How long Redis is away, in milliseconds: most often for less than two seconds. */
const outageLength = (random: Random): number =>
	random.chance(0.7) ? random.between(500, 1900) : random.between(2000, 12_000);

/** Takes Redis, servers and connections away, as the seed says, until it is told to stop. */
export class Plan {
	readonly outages: Outage[] = [];
	readonly #targets: Targets;
	readonly #random: Random;
	readonly #back: Promise<void>[] = [];
	#isOver = false;

	constructor(targets: Targets, random: Random) {
		this.#targets = targets;
		this.#random = random;
	}

	async follow(): Promise<void> {
		const { farm, size } = this.#targets;
		const random = this.#random;
		while (!this.#isOver) {
			await sleep(random.between(300, 2000));
			const place = Math.floor(random.below(size));
			const dice = random.below(10);
			if (dice < 4) await this.#takeRedis();
			else if (dice < 7) this.#back.push(this.#takeServer(place, random.between(200, 1500)));
			else farm.cut(place);
		}
		await Promise.all(this.#back);
	}

	stop(): void {
		this.#isOver = true;
	}

	async #takeRedis(): Promise<void> {
		const { redis } = this.#targets;
		const hangs = this.#random.chance(0.25);
		const length = hangs ? this.#random.between(300, 1800) : outageLength(this.#random);
		const outage = { from: Date.now(), to: Infinity };
		this.outages.push(outage);
		if (hangs) redis.pause();
		else await redis.kill();
		await sleep(length);
		if (hangs) redis.resume();
		else await redis.start();
		outage.to = Date.now();
		// Servers need a moment to be connected again.
		await sleep(1000);
	}

	async #takeServer(place: number, length: number): Promise<void> {
		await this.#targets.farm.kill(place);
		await sleep(length);
		await this.#targets.farm.restart(place);
	}
}
