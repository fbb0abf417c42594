import { readFile } from 'node:fs/promises';

/** How much a clause asks for (RFC 2119). */
export type Level = 'MUST' | 'SHOULD';

/** One thing that answers have to be; every member that is there has to hold. */
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

/** One question to a server; test/vectors/wire.json says what its members mean. */
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
	/** `false` where a 404 does not mean that the server lacks the action. */
	exists?: boolean;
	/** What a response is where the server has the feature that is asked for. */
	offered?: Omit<Check, 'clause'>;
	checks: Check[];
}

/** The vectors of the wire, and what each clause says in short. */
export interface Wire {
	clauses: Record<string, string>;
	vectors: Vector[];
}

/** Where the vectors are: beside `dist` in the package, beside `src` in the repository. */
const FILE = '../test/vectors/wire.json';

/** Reads the vectors of the package. @param base the URL of the entry */
export const readWire = async (base: string): Promise<Wire> =>
	JSON.parse(await readFile(new URL(FILE, base), 'utf8')) as Wire;
