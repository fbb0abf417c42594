import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

/** OWASP's setting for 16 MiB a hash, so that a few log-ins at once do not exhaust a small server. */
const cost = { N: 2 ** 14, r: 8, p: 5 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** Hashes a password with a random salt: `salt:hash`, both base64url. */
export const hashPassword = async (password: string): Promise<string> => {
	const salt = randomBytes(SALT_BYTES);
	const key = await derive(password, salt, KEY_BYTES, cost);
	return `${salt.toString('base64url')}:${key.toString('base64url')}`;
};

/** Stands in for users who do not exist, so that the answer takes as long for them. */
const nobody = hashPassword(randomBytes(SALT_BYTES).toString('hex'));

/** Whether this is the password behind the hash; without a hash, `false` after the same work. */
export const verifyPassword = async (password: string, stored?: string): Promise<boolean> => {
	const [salt = '', hash = ''] = (stored ?? (await nobody)).split(':');
	const key = await derive(password, Buffer.from(salt, 'base64url'), KEY_BYTES, cost);
	return timingSafeEqual(key, Buffer.from(hash, 'base64url')) && stored !== undefined;
};
