import { isDeepStrictEqual } from 'node:util';
import type { play } from './outcome.ts';
import type { Row } from './row.ts';

type Played = Awaited<ReturnType<typeof play>>;

/** The browser's outcome, with what a row changes on purpose. */
const expected = ({ outcome }: Played, { differs = {} }: Row): Record<string, unknown> => ({
	...outcome,
	...(differs.noEntry && { entries: outcome.entries - Number(differs.noEntry) }),
	fields: { ...outcome.fields, ...differs.fields },
	...(differs.scroll && { scrolled: true })
});

/** What differs between the two ways of a row, as lines to read; none where the outcome is the same. */
export const compare = (row: Row, native: Played, softpost: Played): string[] => {
	const wanted = expected(native, row);
	const differences: string[] = [];
	const note = (what: string, want: unknown, have: unknown): void => {
		if (!isDeepStrictEqual(want, have))
			differences.push(
				`${what}: ${JSON.stringify(want)} in the browser, ${JSON.stringify(have)} here`
			);
	};
	for (const [key, have] of Object.entries(softpost.outcome)) {
		if (
			row.differs?.blob &&
			(key === 'address' || key === 'protocol' || key === 'cookies' || key === 'title')
		)
			continue;
		note(key, wanted[key], have);
	}
	note('requests', [...native.requests, ...(row.differs?.asked ?? [])], softpost.requests);
	note('document loads', row.native ? 1 : 0, softpost.loads);
	return differences;
};
