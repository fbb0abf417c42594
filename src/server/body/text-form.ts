import { PLAIN_TYPE } from '../../protocol/enctype.ts';

/** A name and its value. */
type Entry = [name: string, value: string];

/** Called before each entry is made; throws to stop. */
type Count = () => void;

const LINE = '\r\n';

/**
 * Reads a form's `text/plain` body, one `name=value` a line.
 *
 * The format is ambiguous (HTML, "text/plain encoding algorithm"): a line without `=` counts as part of the value
 * above it.
 */
export const parsePlainForm = (body: string, count: Count = () => {}): Entry[] => {
	const text = body.endsWith(LINE) ? body.slice(0, -LINE.length) : body;
	const entries: Entry[] = [];
	/** The start of the last entry's value. */
	let value = 0;
	const endValue = (end: number): void => {
		const last = entries.at(-1);
		if (last) last[1] = text.slice(value, end);
	};
	// Jumps from one line with `=` to the next, so that half a million lines without `=` cost nothing each.
	for (let from = 0, equals = 0; (equals = text.indexOf('=', from)) >= 0;) {
		const above = text.lastIndexOf(LINE, equals - 1);
		endValue(above);
		count();
		entries.push([text.slice(above < 0 ? 0 : above + LINE.length, equals), '']);
		value = equals + 1;
		const end = text.indexOf(LINE, value);
		from = end < 0 ? text.length : end;
	}
	endValue(text.length);
	return entries;
};

const AMPERSAND = '&'.charCodeAt(0);

/** Counts the pairs of an urlencoded body. Nothing between two `&` is not an entry. */
const countPairs = (body: string, count: Count): void => {
	let isBetween = true;
	for (let index = 0; index < body.length; index++) {
		const isEnd = body.charCodeAt(index) === AMPERSAND;
		if (isBetween && !isEnd) count();
		isBetween = isEnd;
	}
};

/**
 * Reads the body of a form without files.
 *
 * @param type  `text/plain`; any other value means urlencoded
 * @param count called for each entry, before all of them are in memory
 */
export const parseTextForm = (body: string, type: string | null, count: Count): Entry[] => {
	if (type === PLAIN_TYPE) return parsePlainForm(body, count);
	countPairs(body, count);
	const entries: Entry[] = [];
	// The `&` protects a leading `?`, which `URLSearchParams` would drop as the start of a query.
	new URLSearchParams(`&${body}`).forEach((value, name) => entries.push([name, value]));
	return entries;
};
