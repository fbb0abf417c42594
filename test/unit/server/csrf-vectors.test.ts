import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createApp, text } from '../../../src/server.ts';
import type { AppOptions } from '../../../src/server.ts';
import { renderJson } from './setup.ts';

type Fact = 'method' | 'content-type' | 'origin' | 'sec-fetch-site' | 'cookie' | 'trusted';
/** The name of one value for every fact. */
type Combination = Record<Fact, string>;

interface Rule {
	verdict: 'accept' | 'refuse';
	why: string;
	when: Partial<Record<Fact, string[]>>;
}

const {
	own,
	facts,
	rules
}: { own: string; facts: Record<Fact, Record<string, any>>; rules: Rule[] } = JSON.parse(
	readFileSync('test/vectors/csrf.json', 'utf8')
);

const combinations = Object.entries(facts).reduce<Combination[]>(
	(found, [fact, values]) =>
		found.flatMap((combination) =>
			Object.keys(values).map((value) => ({ ...combination, [fact]: value }))
		),
	[{} as Combination]
);

const rulesFor = (combination: Combination): Rule[] =>
	rules.filter(({ when }) =>
		Object.entries(when).every(([fact, values]) => values.includes(combination[fact as Fact]))
	);

const requestOf = (url: string, combination: Combination): Request => {
	const headers = new Headers({ accept: 'application/json' });
	for (const name of ['content-type', 'origin', 'sec-fetch-site', 'cookie'] as const) {
		const value: string | null = facts[name][combination[name]];
		if (value !== null) headers.set(name, value);
	}
	const method: string = facts.method[combination.method];
	// Bytes, because a text would add a content type.
	const body = /^(GET|HEAD)$/.test(method) ? null : new Uint8Array(1);
	return new Request(url, { method, headers, body });
};

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
afterAll(() => warn.mockRestore());

/** The calls of the app's own code, and the status of the response. */
const outcomesAt = (url: string, options: Partial<AppOptions> = {}) => {
	const ran = vi.fn(() => text('ran'));
	const apps = Object.entries(facts.trusted).map(([name, trustedOrigins]) => [
		name,
		createApp({
			routes: { '/': { endpoint: { fallback: ran } } },
			render: renderJson,
			csrf: { trustedOrigins },
			...options
		})
	]);
	const byTrust = Object.fromEntries(apps);
	return async (combination: Combination): Promise<string> => {
		ran.mockClear();
		const { status } = await byTrust[combination.trusted].fetch(requestOf(url, combination));
		return `${status} ${ran.mock.calls.length ? 'accept' : 'refuse'}`;
	};
};

const wrong = async (
	tried: Combination[],
	outcomeOf: (combination: Combination) => Promise<string>
): Promise<unknown[]> => {
	const failures = [];
	for (const combination of tried) {
		const { verdict } = rulesFor(combination)[0]!;
		const outcome = await outcomeOf(combination);
		if (outcome !== { accept: '200 accept', refuse: '403 refuse' }[verdict])
			failures.push({ verdict, outcome, ...combination });
	}
	return failures;
};

describe('test/vectors/csrf.json', () => {
	it('decides every combination by exactly one rule', () => {
		expect(combinations).toHaveLength(8 * 5 * 7 * 6 * 2 * 2);
		expect(combinations.filter((combination) => rulesFor(combination).length !== 1)).toEqual([]);
	});

	it.each(rules)('has use for the rule "$why"', (rule) => {
		expect(combinations.some((combination) => rulesFor(combination)[0] === rule)).toBe(true);
	});

	it('names in its rules only facts and values that there are', () => {
		const unknown = rules
			.flatMap(({ when }) => Object.entries(when))
			.flatMap(([fact, values]) => values.map((value) => [fact, value] as const))
			.filter(([fact, value]) => !Object.hasOwn(facts[fact as Fact] ?? {}, value));
		expect(unknown).toEqual([]);
	});
});

describe('createApp().fetch', () => {
	it.each(Object.keys(facts.method))('decides as the vectors say for %s', async (method) => {
		const tried = combinations.filter((combination) => combination.method === method);
		expect(await wrong(tried, outcomesAt(`${own}/`))).toEqual([]);
	});

	it.each<[what: string, origin: NonNullable<AppOptions['origin']>]>([
		['one origin', own],
		['one origin, written as a URL', 'HTTPS://App.Example/'],
		['a list', ['https://another.example', own]],
		['a function', () => own],
		['a function that returns a list', () => [own]]
	])('decides the same behind a proxy, told by %s', async (_what, origin) => {
		const tried = combinations.filter(({ method }) => method === 'POST');
		expect(await wrong(tried, outcomesAt('http://inner:3000/', { origin }))).toEqual([]);
	});
});
