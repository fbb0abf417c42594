import { env } from '$env/dynamic/private';
import { createClient } from 'redis';
import { exactlyOnce } from 'softpost/kit/server';
import { redisSubmissions } from 'softpost/redis';

const { REDIS_URL: url } = env;
const submissions = url ? redisSubmissions(await createClient({ url }).connect()) : undefined;

export const handle = exactlyOnce({ submissions });
