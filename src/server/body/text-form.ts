import { PLAIN_TYPE } from '../../protocol/wire.ts';

/** A name and its value. */
export type Entry = [name: string, value: string];

/** Is told of each entry before it is made; what it throws ends the reading. */
type Count = () => void;

const LINE = '\r\n';

function* linesOf(text: string): Generator<string> {
	for (let start = 0, end = 0; end < text.length; start = end + LINE.length) {
		end = text.indexOf(LINE, start);
		if (end < 0) end = text.length;
		yield text.slice(start, end);
	}
}

/**
 * Reads a form's `text/plain` body, one `name=value` a line.
 *
 * The format cannot be read without doubt (HTML, "text/plain encoding algorithm"): a line without
 * `=` is taken for the next line of the value above it.
 */
export const parsePlainForm = (body: string, count: Count = () => {}): Entry[] => {
	const entries: Entry[] = [];
	for (const line of linesOf(body.endsWith(LINE) ? body.slice(0, -LINE.length) : body)) {
		const equals = line.indexOf('=');
		const above = entries.at(-1);
		if (equals >= 0) {
			count();
			entries.push([line.slice(0, equals), line.slice(equals + 1)]);
		} else if (above) above[1] += LINE + line;
	}
	return entries;
};

const AMPERSAND = '&'.charCodeAt(0);

/** Counts the pairs of an urlencoded body. What is empty between two `&` is none. */
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
 * @param count is told of each entry before half a million of them are in memory
 */
export const parseTextForm = (body: string, type: string | null, count: Count): Entry[] => {
	if (type === PLAIN_TYPE) return parsePlainForm(body, count);
	countPairs(body, count);
	// The `&` stands before a `?`, which `URLSearchParams` would take for the start of a query.
	return [...new URLSearchParams(`&${body}`)];
};
