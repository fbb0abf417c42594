import { readFile } from 'node:fs/promises';

/** The level of a requirement (RFC 2119). */
export type Level = 'MUST' | 'SHOULD';

/** A check of responses: every given member must match. */
export interface Check {
	clause: string;
	/** @default 'MUST' */
	level?: Level;
	status?: number[];
	statusFrom?: number;
	header?: string;
	matches?: string;
	result?: Record<string, unknown>;
	types?: string[];
	has?: string[];
	absent?: string[];
	object?: boolean;
	decodes?: boolean;
	data?: unknown;
	location?: string;
	excludes?: string;
	members?: string[];
	freshUrl?: string;
	freshMembers?: string[];
	same?: boolean;
}

type HeaderWishes = Record<string, string | null>;

/** One test of a server; test/vectors/wire.json explains the members. */
export interface Vector {
	name: string;
	action: string | null;
	method?: string;
	query?: string;
	send: {
		type?: string | null;
		body?: string;
		repeat?: [text: string, times: number];
		headers?: HeaderWishes;
	};
	copies?: number;
	together?: boolean;
	last?: HeaderWishes;
	/** `false` if a 404 does not mean that the server lacks the action. */
	exists?: boolean;
	/** Matches the responses of servers that have the feature. */
	offered?: Omit<Check, 'clause'>;
	checks: Check[];
}

/** The vectors of the wire, and a summary of each clause. */
export interface Wire {
	clauses: Record<string, string>;
	vectors: Vector[];
}

/** The path of the vectors: beside `dist` in the package, beside `src` in the repository. */
const FILE = '../test/vectors/wire.json';

/** Reads the vectors of the package. @param base the URL of the entry */
export const readWire = async (base: string): Promise<Wire> =>
	JSON.parse(await readFile(new URL(FILE, base), 'utf8')) as Wire;
