export { redisSubmissions, type RedisOptions } from './redis-submissions.ts';
export type { IoRedis, NodeRedis, RedisClient } from './connection.ts';
