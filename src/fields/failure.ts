import { SUBMISSION_FIELD } from '../protocol/wire.ts';
import type { Entries } from './decode.ts';
import { isSecret } from './name.ts';

/** A problem of a field, or (`name` is `''`) of the form as a whole. */
export interface Issue<Name extends string = string> {
	/** The name of a control. */
	name: Name | '';
	message: string;
}

/** The data of a failure: the submitted values, and their problems. */
export type FieldsFailure<Name extends string = string> = {
	/** The submitted texts by the names of their controls, without files, and without names that have a part with a leading `_`. */
	values: { [Own in Name]?: string | string[] };
	issues: Issue<Name>[];
	/** Distinguishes the forms of a page. */
	key?: string;
};

/** Replaces a message that repeats a secret. */
const SAFE_MESSAGE = 'is invalid';

/** A shorter secret occurs in many words, so it only counts as a separate word. */
const SHORT = 4;

/** With more secrets than a normal form has, every message counts as unsafe, because comparing takes time. */
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

/** Makes messages safe to send: they must not repeat a secret. */
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

/** The texts to fill in again. */
const valuesOf = (entries: Entries, lists: ReadonlySet<string>): FieldsFailure['values'] => {
	const values = new Map<string, string | string[]>();
	const unsent = new Set(lists);
	for (const [name, entry] of entries) {
		unsent.delete(name);
		if (typeof entry !== 'string' || !name || name === SUBMISSION_FIELD || isSecret(name)) continue;
		const before = values.get(name);
		if (Array.isArray(before)) before.push(entry);
		else if (before !== undefined) values.set(name, [before, entry]);
		else values.set(name, lists.has(name) ? [entry] : entry);
	}
	for (const name of unsent) if (!isSecret(name)) values.set(name, []);
	return Object.fromEntries(values);
};

/**
 * Makes the data of a failure.
 *
 * @param entries the submitted entries
 * @param issues  their problems, by names of controls
 * @param lists   the names of lists, also of those that were sent once or not at all
 * @param key     distinguishes the forms of a page
 */
export const failureOf = (
	entries: Entries,
	issues: Iterable<Issue>,
	lists: ReadonlySet<string>,
	key?: string
): FieldsFailure => {
	const safe = createSafe(entries);
	return {
		values: valuesOf(entries, lists),
		issues: Array.from(issues, ({ name, message }) => ({ name, message: safe(message) })),
		...(key !== undefined && { key })
	};
};
