/**
 * What test/parity/peers/peers.test.ts notes of a case.
 *
 * @typedef {{
 *   subject: string,
 *   version: string,
 *   browser: string,
 *   section: string,
 *   rule: string,
 *   name: string,
 *   differences?: string[],
 *   broken?: string,
 *   leftOut?: string,
 *   failure?: string
 * }} Finding
 *
 * @typedef {'equal' | 'elsewhere' | 'charset' | 'place' | 'spelling' | 'unsent' | 'unasked' | 'number' | 'dead' | 'bytes' | 'left out'} Verdict
 */

/** What becomes of a submission, in the order of the summary. */
export const verdicts = /** @type {const} */ ({
	equal: 'equal in all that is compared',
	elsewhere: 'the same request, something else is different',
	charset: 'the same request, but for “;charset=UTF-8” in the content type',
	place: 'the same request, but its answer is shown here, not in another window or frame',
	spelling: 'another request, which a server reads as the same entries',
	bytes: 'another request',
	unsent: 'not sent',
	unasked: 'sent, where the browser sends nothing',
	number: 'another number of requests',
	dead: 'the page hangs, or is never enhanced',
	'left out': 'left out'
});

/** What makes a request, after the names that test/parity/compare.ts gives. */
const wire = ['requests', 'method', 'url', 'content-type', 'body'];

/** @param {string} line */
const nameOf = (line) => line.split(':')[0].replace(/ \d+$/, '');

/** @param {string[]} names @param {string[]} differences */
const some = (names, differences) => differences.some((line) => names.includes(nameOf(line)));

/** @param {string} line as in `requests: 1 → 0` @returns {Verdict} */
const judgeNumber = (line) => {
	const [own, enhanced] = line.match(/\d+/g) ?? [];
	if (own === '0') return 'unasked';
	return enhanced === '0' ? 'unsent' : 'number';
};

/** The browser's own run was not what the case says: it proves nothing. @param {string} line */
export const isFlaw = (line) => /^(errors|requests) of the browser/.test(line);

/** `fetch` adds it by itself to what is UTF-8 anyway. @param {string} line */
const isCharset = (line) => /^content-type[^:]*: (.+) → \1;charset=UTF-8$/.test(line);

/** @param {string[]} differences @returns {Verdict} */
const judgeWire = (differences) =>
	some(['method', 'url', 'entries'], differences) ? 'bytes' : 'spelling';

/** @param {string[]} differences of what is the same request @returns {Verdict} */
const judgeRest = (differences) => {
	if (some(['place'], differences)) return 'place';
	if (differences.some((line) => !isCharset(line))) return 'elsewhere';
	return differences.length ? 'charset' : 'equal';
};

/** @param {Finding} finding @returns {Verdict} */
export const judge = ({ differences = [], leftOut, broken, failure }) => {
	if (leftOut || failure || differences.some(isFlaw)) return 'left out';
	if (broken) return 'dead';
	const number = differences.find((line) => line.startsWith('requests:'));
	if (number) return judgeNumber(number);
	const telling = differences.filter((line) => !isCharset(line));
	return some(wire, telling) ? judgeWire(telling) : judgeRest(differences);
};

/** @param {Verdict} verdict */
export const isSameRequest = (verdict) =>
	['equal', 'elsewhere', 'charset', 'place'].includes(verdict);

/** Why a case does not count. @param {Finding} finding */
export const reasonOf = ({ leftOut, failure, differences = [] }) =>
	leftOut ?? failure ?? differences.find(isFlaw) ?? '';

/** @param {Finding[]} findings */
export const subjectsOf = (findings) => [...new Set(findings.map(({ subject }) => subject))];

/**
 * How many of some cases have the browser's own request.
 *
 * @param {Finding[]} findings of one subject
 * @returns {string} as in `3 of 4`
 */
export const share = (findings) => {
	const counted = findings.map(judge).filter((verdict) => verdict !== 'left out');
	return `${counted.filter(isSameRequest).length} of ${counted.length}`;
};

/** What is seen of a text that is long, on either side of the place that matters. */
const WINDOW = 60;

/** @param {string} text @param {number} at */
const cut = (text, at) => {
	const start = at > WINDOW / 2 && text.length > WINDOW ? at - WINDOW / 2 : 0;
	const part = text.slice(start, start + WINDOW);
	return (start ? '…' : '') + part + (start + WINDOW < text.length ? '…' : '');
};

/** Shortens both sides of a difference around the first character that differs. @param {string} line */
const shorten = (line) => {
	const [, name, own, enhanced] = /^(.*?): ([^]*) → ([^]*)$/.exec(line) ?? [];
	if (own === undefined) return line;
	let at = 0;
	while (at < own.length && own[at] === enhanced[at]) at += 1;
	return `${name}: ${cut(own, at)} → ${cut(enhanced, at)}`;
};

/** The differences of a finding for a reader: no decoded entries, where the bytes say it. @param {Finding} finding */
export const linesOf = ({ differences = [], broken }) => {
	if (broken) return [broken];
	const all = differences.filter((line) => !isFlaw(line));
	const telling = all.filter((line) => !isCharset(line) && nameOf(line) !== 'entries');
	return (telling.length ? telling : all).map(shorten);
};
