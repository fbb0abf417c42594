import type { Decode } from './decode.ts';
import type { Received, Run } from './recorder.ts';

/** What became of a submission, as named texts that can be compared. */
export type Observation = Map<string, string>;

/** The page's own report at the end. */
export interface Ending {
	/** Whether the document of the case is still there. */
	stayed: boolean;
	/** Errors that nobody caught, where it is. */
	errors: string[];
	/** What the case observes, where it is. */
	observed?: string;
	/** The URL of the document that is there. */
	url?: string;
}

const BOUNDARY = /boundary=(?:"([^"]+)"|([^\s;]+))/;

/** The body with a boundary that is always the same, in printable characters. */
const bodyOf = ({ body, headers }: Received): string => {
	const text = body.toString('latin1');
	const [, quoted, plain] = BOUNDARY.exec(headers['content-type'] ?? '') ?? [];
	const boundary = quoted ?? plain;
	return JSON.stringify(boundary ? text.replaceAll(boundary, 'BOUNDARY') : text);
};

/** Where the answer goes: into this document's place, or elsewhere. */
const placeOf = ({ byScript }: Received, { stayed }: Ending): string =>
	stayed && !byScript ? 'elsewhere' : 'here';

const observeRequest = async (
	received: Received,
	ending: Ending,
	decode: Decode
): Promise<Record<string, string>> => {
	const { method, url, headers, toOther, body } = received;
	const type = headers['content-type'];
	return {
		method,
		url: (toOther ? '%other%' : '') + url,
		'content-type': (type ?? 'none').replace(BOUNDARY, 'boundary=BOUNDARY'),
		body: bodyOf(received),
		entries: method === 'POST' ? (await decode(type, body)).join('\n') : '',
		origin: 'origin' in headers ? 'present' : 'absent',
		referer: headers.referer ?? 'absent',
		place: placeOf(received, ending)
	};
};

/** Collects the outcome of a run. */
export const observe = async (run: Run, ending: Ending, decode: Decode): Promise<Observation> => {
	const all = new Map([['requests', `${run.received.length}`]]);
	for (const [index, received] of run.received.entries()) {
		const number = run.received.length > 1 ? ` ${index + 1}` : '';
		const texts = await observeRequest(received, ending, decode);
		for (const [name, text] of Object.entries(texts)) all.set(name + number, text);
	}
	if (ending.errors.length) all.set('errors', ending.errors.join('\n'));
	if (ending.observed !== undefined) all.set('observed', ending.observed);
	if (ending.url !== undefined) all.set('landing', ending.url);
	const { root, origin } = run.places;
	for (const [name, text] of all) all.set(name, text.replaceAll(origin, '').replaceAll(root, ''));
	return all;
};

/**
 * Compares two runs of a case.
 *
 * @returns a line for each difference, the browser's own on the left
 */
export const differencesOf = (own: Observation, enhanced: Observation): string[] => {
	const names = new Set([...own.keys(), ...enhanced.keys()]);
	// What is there once and twice has other names, and the numbers of requests say it.
	const comparable =
		own.get('requests') === enhanced.get('requests') ? [...names] : ['requests', 'errors'];
	return comparable
		.filter((name) => own.get(name) !== enhanced.get(name))
		.map((name) => `${name}: ${own.get(name) ?? 'none'} → ${enhanced.get(name) ?? 'none'}`);
};
