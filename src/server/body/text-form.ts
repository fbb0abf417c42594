import { PLAIN_TYPE } from '../../protocol/wire.ts';

/** A name and its value. */
type Entry = [name: string, value: string];

/** Is called for each entry before it is made; what it throws ends the reading. */
type Count = () => void;

const LINE = '\r\n';

/**
 * Reads a form's `text/plain` body, one `name=value` a line.
 *
 * The format cannot be read without doubt (HTML, "text/plain encoding algorithm"): a line without
 * `=` is taken for the next line of the value above it.
 */
export const parsePlainForm = (body: string, count: Count = () => {}): Entry[] => {
	const text = body.endsWith(LINE) ? body.slice(0, -LINE.length) : body;
	const entries: Entry[] = [];
	/** Where the value of the last entry begins. */
	let value = 0;
	const endValue = (end: number): void => {
		const last = entries.at(-1);
		if (last) last[1] = text.slice(value, end);
	};
	// From one line with `=` to the next: half a million lines without are not taken one by one.
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

/** Counts the pairs of an urlencoded body. An empty text between two `&` is not an entry. */
const countPairs = (body: string, count: Count): void => {
	let isBetween = true;
	for (let index = 0; index < body.length; index++) {
		const isEnd = body.charCodeAt(index) === AMPERSAND;
		if (isBetween && !isEnd) count();
		isBetween = isEnd;
	}
};

/**
 * Reads a form's body that holds no files.
 *
 * @param type  `text/plain`, or else the body is urlencoded
 * @param count is called for each entry before half a million of them are in memory
 */
export const parseTextForm = (body: string, type: string | null, count: Count): Entry[] => {
	if (type === PLAIN_TYPE) return parsePlainForm(body, count);
	countPairs(body, count);
	// The `&` stands before a `?`, which `URLSearchParams` would take for the start of a query.
	return [...new URLSearchParams(`&${body}`)];
};
