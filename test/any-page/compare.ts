import { isDeepStrictEqual } from 'node:util';
import type { EngineName } from '../engines/engine.ts';
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

/** The properties in which a page at a `blob:` URL must differ from the browser's. */
const OF_THE_ADDRESS = ['address', 'protocol', 'cookies', 'title'];

/**
 * The requests that are compared. WebKit keeps pages that are left, and nothing of them where scripts could ask for
 * it, so that a page is asked for again there.
 */
const requestsOf = (requests: string[], { steps = [] }: Row, engine: EngineName): string[] =>
	engine === 'webkit' && steps.some((step) => 'go' in step)
		? requests.filter((line) => !line.startsWith('GET'))
		: requests;

/** Whether the focus stays on purpose: on the page where the form was, and on pages that are shown again. */
const keepsFocus = ({ steps = [], differs = {} }: Row, { outcome }: Played): boolean =>
	!!differs.noEntry ||
	/^\/\d+\/(\?|$)/.test(outcome.address) ||
	steps.some((step) => 'go' in step || ('run' in step && step.run.includes('history')));

/** What differs between the two ways of a row, as lines to read; none where the outcome is the same. */
export const compare = (
	row: Row,
	native: Played,
	softpost: Played,
	engine: EngineName
): string[] => {
	const { differs = {} } = row;
	const wanted = expected(native, row);
	const differences: string[] = [];
	const note = (what: string, want: unknown, have: unknown): void => {
		if (!isDeepStrictEqual(want, have))
			differences.push(
				`${what}: ${JSON.stringify(want)} in the browser, ${JSON.stringify(have)} here`
			);
	};
	for (const [key, have] of Object.entries(softpost.outcome))
		if (
			!(differs.blob && OF_THE_ADDRESS.includes(key)) &&
			!(key === 'focus' && keepsFocus(row, native))
		)
			note(key, wanted[key], have);
	const asked = [...native.requests, ...(differs.asked ?? [])];
	note('requests', requestsOf(asked, row, engine), requestsOf(softpost.requests, row, engine));
	note('document loads', row.native ? 1 : 0, softpost.loads);
	return differences;
};
