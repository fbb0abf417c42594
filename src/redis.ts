export { redisSubmissions, type RedisOptions } from './server/redis/redis-submissions.ts';
export type { IoRedis, NodeRedis, RedisClient } from './server/redis/connection.ts';
