import { SUBMISSION_FIELD } from '../protocol/wire.ts';
import type { Entries } from './decode.ts';
import { isSecret } from './name.ts';

/** What is wrong with a field, or (`name` is `''`) with the form as a whole. */
export interface Issue<Name extends string = string> {
	/** The name of a control. */
	name: Name | '';
	message: string;
}

/** The data of a failure: what was filled in, and what is wrong with it. */
export type FieldsFailure<Name extends string = string> = {
	/** The texts that were sent, by the names of their controls. Without files, and names with a part that begins with `_`. */
	values: { [Own in Name]?: string | string[] };
	issues: Issue<Name>[];
	/** Tells the forms of a page apart. */
	key?: string;
};

/** What stands for a message that repeats a secret. */
const SAFE_MESSAGE = 'is invalid';

/** A shorter secret is in many words; it is repeated only where it stands by itself. */
const SHORT = 4;

/** With more secrets than a form has, every message is taken to repeat one: comparing takes time. */
const MOST_SECRETS = 100;

const fold = (text: string): string => text.trim().toLowerCase();

/** The texts of secrets, as messages may have them. */
const secretsOf = (entries: Entries): Set<string> => {
	const secrets = new Set<string>();
	for (const [name, entry] of entries) {
		if (typeof entry !== 'string' || !isSecret(name) || !fold(entry)) continue;
		secrets.add(fold(entry));
		secrets.add(fold(JSON.stringify(entry).slice(1, -1)));
	}
	return secrets;
};

const isWord = (character: string | undefined): boolean => /^[\p{L}\p{N}]$/u.test(character ?? '');

const repeats = (message: string, secret: string): boolean => {
	let at = message.indexOf(secret);
	if (at < 0 || secret.length >= SHORT) return at >= 0;
	for (; at >= 0; at = message.indexOf(secret, at + 1))
		if (!isWord(message[at - 1]) && !isWord(message[at + secret.length])) return true;
	return false;
};

/** Makes messages safe to send: those of a page with what was filled in do not repeat a secret. */
const createSafe = (entries: Entries): ((message: string) => string) => {
	const secrets = [...secretsOf(entries)];
	if (!secrets.length) return (message) => message;
	const known = new Map<string, string>();
	const isUnsafe = (message: string): boolean => {
		const folded = message.toLowerCase();
		return secrets.length > MOST_SECRETS || secrets.some((secret) => repeats(folded, secret));
	};
	return (message) => {
		const safe = known.get(message) ?? (isUnsafe(message) ? SAFE_MESSAGE : message);
		known.set(message, safe);
		return safe;
	};
};

/** The texts to fill the form with again. */
const valuesOf = (entries: Entries, isList: (name: string) => boolean): FieldsFailure['values'] => {
	const values = new Map<string, string | string[]>();
	for (const [name, entry] of entries) {
		if (typeof entry !== 'string' || !name || name === SUBMISSION_FIELD || isSecret(name)) continue;
		const before = values.get(name) ?? (isList(name) ? [] : undefined);
		values.set(name, before === undefined ? entry : [before, entry].flat());
	}
	return Object.fromEntries(values);
};

/**
 * Makes the data of a failure.
 *
 * @param entries what was sent
 * @param issues  what is wrong with it, by names of controls
 * @param isList  whether a name is a list's, even if it was sent once
 * @param key     tells the forms of a page apart
 */
export const failureOf = (
	entries: Entries,
	issues: Iterable<Issue>,
	isList: (name: string) => boolean,
	key?: string
): FieldsFailure => {
	const safe = createSafe(entries);
	return {
		values: valuesOf(entries, isList),
		issues: Array.from(issues, ({ name, message }) => ({ name, message: safe(message) })),
		...(key !== undefined && { key })
	};
};
