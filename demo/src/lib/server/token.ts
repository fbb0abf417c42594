import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 random bits, as a cookie can hold it. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** The hash for the database. A fast hash is enough, because 256 random bits cannot be guessed. */
export const tokenHash = (token: string): string =>
	createHash('sha256').update(token).digest('base64url');
