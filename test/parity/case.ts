import type { Driver, EngineName } from '../engines/engine.ts';
import type { Outcome } from './subject.ts';

/** A difference that is meant, or cannot be helped. */
export interface Departure {
	/** Where it is; without it, in all engines. */
	engines?: EngineName[];
	/** A sentence. */
	why: string;
	/** The differences, as they are printed. The case fails without exactly these. */
	differences: string[];
}

/** What a case says of the older versions of an engine. */
export interface OlderVersions extends Pick<Case, 'departures' | 'quirks'> {
	engine: EngineName;
	/** The first major version that is not one of them. */
	before: number;
	/** How many requests the browser itself makes. */
	sent?: number;
}

/**
 * A form, how it is submitted, and what is said of it. In markup and scripts `%root%` is the path that
 * all URLs of a run begin with, `%origin%` the origin, and `%other%` another origin. The document is
 * `%root%/page`; everything else below `%root%` is recorded.
 */
export interface Case {
	/** A phrase, after the rule that it is a case of. */
	name: string;
	/** Markup for the head. */
	head?: string;
	/** Markup for the body. Default: a form with one field. */
	body?: string;
	/** The encoding of the document. Default: UTF-8. */
	charset?: string;
	/** Headers of the document. */
	headers?: Record<string, string>;
	/** Runs before the form is enhanced. */
	before?: string;
	/** Runs after the form was enhanced. */
	after?: string;
	/**
	 * Submits the form: a script, or what a user does. Default: a click, by script, on the element with
	 * the id `go`.
	 */
	submit?: string | ((user: Driver) => Promise<void>);
	outcome?: Outcome;
	/** How many requests the browser itself makes, where it is not one; by engine, where they differ. */
	sent?: number | Partial<Record<EngineName, number>>;
	/** An expression about the page, compared where the page stays. */
	observe?: string;
	/** Whether to compare the URL that the user is at in the end. */
	landing?: boolean;
	/** Where it cannot be run, and why. */
	except?: Partial<Record<EngineName, string>>;
	departures?: Departure[];
	/** Where an engine itself departs from the standard, and what softpost does there. */
	quirks?: Partial<Record<EngineName, string>>;
	/** Where the older versions of an engine differ, in place of what is said of it above. */
	older?: OlderVersions;
}

/**
 * The case as it is for one version of an engine.
 *
 * @param version name and version, as the browser says them: `Firefox 140.12.0`
 */
export const caseFor = (oneCase: Case, engine: EngineName, version: string): Case => {
	const { older } = oneCase;
	const [major] = /\d+/.exec(version) ?? [];
	if (older?.engine !== engine || Number(major) >= older.before) return oneCase;
	const { sent = 1, departures = [], quirks = {} } = older;
	return { ...oneCase, sent, departures, quirks };
};

/** A rule of the platform, and the cases that hold it. */
export interface Rule {
	/** A sentence. */
	rule: string;
	cases: Case[];
}

/** Rules about one subject, as a section of docs/parity.md. */
export interface Section {
	title: string;
	rules: Rule[];
}

/** Cases in which nothing is sent. */
export const unsent = (cases: Case[]): Case[] => cases.map((oneCase) => ({ ...oneCase, sent: 0 }));
