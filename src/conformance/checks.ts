import { isDeepStrictEqual } from 'node:util';
import { decodeData } from '../protocol/codec.ts';
import type { Answer } from './ask.ts';
import type { Check } from './vectors.ts';

/** A response, with its parsed result. */
interface Seen {
	status: number;
	headers: Headers;
	text: string;
	/** The result; empty if the text is not a JSON object. */
	result: Record<string, any>;
}

/** Fills in the names that differ by server. */
type Names = (text: string) => string;

/** Describes why a response fails, or returns a falsy value. */
type Rule<Wanted> = (wanted: Wanted, seen: Seen, named: Names, check: Partial<Check>) => unknown;

type Rules = { [Name in keyof Check]?: Rule<NonNullable<Check[Name]>> };

const excerpt = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 120);

const parsed = (text: string): Record<string, any> => {
	try {
		return Object(JSON.parse(text));
	} catch {
		return {};
	}
};

/** The decoded data, or an `Error` if it cannot be decoded. */
const decoded = (data: unknown): unknown => {
	try {
		return decodeData(data);
	} catch (error) {
		return error;
	}
};

const missing = (wanted: readonly string[], value: unknown): string | false => {
	const lacks = wanted.filter((name) => !(name in Object(value)));
	return lacks.length > 0 && `has no ${lacks.join(', ')}: ${excerpt(value)}`;
};

const differing = (wanted: object, value: Record<string, any>): boolean =>
	Object.entries(wanted).some(([name, member]) =>
		member && typeof member === 'object'
			? differing(member as object, Object(value[name]))
			: value[name] !== member
	);

const rules: Rules = {
	status: (wanted, { status }) =>
		!wanted.includes(status) && `HTTP status ${status}, not ${wanted.join(' or ')}`,
	statusFrom: (least, { status }) =>
		status < least && `HTTP status ${status}, not ${least} or more`,
	header: (name, { headers }, _, { matches = '' }) =>
		!new RegExp(matches, 'i').test(headers.get(name) ?? '') &&
		`${name} is ${excerpt(headers.get(name))}`,
	result: (wanted, { result, text }) =>
		differing(wanted, result) && `no ${excerpt(wanted)}: ${text.slice(0, 120)}`,
	types: (types, { result, text }) =>
		!types.includes(result.type) &&
		`no result of type ${types.join(' or ')}: ${text.slice(0, 120)}`,
	has: (names, { result }) => missing(names, result),
	absent: (names, { result }) =>
		names.some((name) => result[name] != null) && `has ${names.join(', ')}`,
	object: (_, { result }) => {
		const data = decoded(result.data);
		return (Object(data) !== data || Array.isArray(data)) && `data is ${excerpt(data)}`;
	},
	decodes: (_, { result: { data } }) =>
		decoded(data) instanceof Error && `data cannot be decoded: ${excerpt(data)}`,
	data: (wanted, { result }) =>
		!isDeepStrictEqual(decoded(result.data), wanted) &&
		`data is ${excerpt(decoded(result.data))}, not ${excerpt(wanted)}`,
	location: (wanted, { result: { location } }, named) =>
		location != null && location !== named(wanted) && `location is ${excerpt(location)}`,
	excludes: (secret, { text, headers }) =>
		(text + JSON.stringify([...headers])).includes(secret) && `the answer tells "${secret}"`,
	members: (names, { result }) => missing(names, decoded(result.data)),
	freshUrl: (url, { result: { page } }, named) =>
		page?.url !== named(url) && `the page is that of ${excerpt(page?.url)}`,
	freshMembers: (names, { result: { page } }) => missing(names, decoded(page?.data))
};

const sameness = (same: boolean | undefined, seen: Seen[]): string | false => {
	const isSame = seen.every(
		({ status, text }) => status === seen[0]?.status && text === seen[0].text
	);
	const texts = (): string => seen.map(({ text }) => text.slice(0, 60)).join(' | ');
	return (
		same !== undefined &&
		isSame !== same &&
		`answers are ${isSame ? 'the same' : 'different'}: ${texts()}`
	);
};

const flaw = (check: Partial<Check>, seen: Seen, named: Names): unknown => {
	for (const [name, rule] of Object.entries(rules)) {
		const wanted = check[name as keyof Check];
		const found = wanted !== undefined && (rule as Rule<unknown>)(wanted, seen, named, check);
		if (found) return found;
	}
	return null;
};

/**
 * Checks responses.
 *
 * @returns the reason for the failure, or `null`. Every response must pass, or only the last one if the vector says so
 */
export const failureOf = (
	check: Partial<Check>,
	answers: readonly Answer[],
	named: Names
): string | null => {
	const seen: Seen[] = [];
	for (const answer of answers) {
		if ('failure' in answer) return `no answer: ${answer.failure}`;
		seen.push({ ...answer, result: parsed(answer.text) });
	}
	const flaws = seen.map((one) => flaw(check, one, named));
	return ([...flaws, sameness(check.same, seen)].find(Boolean) as string | undefined) ?? null;
};
