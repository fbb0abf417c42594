import { createClient } from 'redis';
import { exactlyOnce } from 'softpost/kit/server';
import { redisSubmissions } from 'softpost/redis';

// SvelteKit 2 and 3 read the environment by modules of different names.
const { REDIS_URL: url } = process.env;
const submissions = url ? redisSubmissions(await createClient({ url }).connect()) : undefined;

export const handle = exactlyOnce({ submissions });
