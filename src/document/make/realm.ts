import { doc } from '../../dom/doc.ts';
import type { Entry } from '../entries.ts';

/** The needed part of the Trusted Types API, which TypeScript's library lacks. */
interface TrustedTypePolicy {
	createHTML(text: string): string;
}

/**
 * The state of a window, across all documents that are made in it. All copies of this package in the window share it.
 */
export interface Realm {
	/** The documents of this tab's history that this window has shown, by the mark of their entry. */
	entries: Map<string, Entry>;
	/** The mark of the shown document's entry. */
	shown: string;
	/** The URL of the shown document. */
	url: string;
	/** Its `document.referrer`. */
	referrer: string;
	/** Whether it has added an entry to the history. */
	isAdded: boolean;
	/** How many submissions have begun. */
	begun: number;
	/** The number of the last shown submission: earlier ones are late. */
	latest: number;
	/** How many documents have been made. */
	made: number;
	/** The URLs of module scripts that have run. */
	modules: Set<string>;
	/** The URLs of our own modules, which need not run again. */
	own: Set<string>;
	/** The policies in force in addition to the first document's. */
	policies: Set<string>;
	/** The nonces of the first policy. */
	nonces: { script?: string | undefined; style?: string | undefined };
	/** The encoding for the document's forms, if it differs from the window's. */
	encoding: string | undefined;
	/** Why this window can no longer make documents. */
	reason: string | null;
	/** Turns text into a value that the page's policy allows for a parser. */
	trust: ((text: string) => string) | null;
	/** Whether to morph documents. Default: as `<html>` of both documents says. */
	morph: boolean | undefined;
	/** Functions that add listeners to window and document again, because making a document removes all listeners. */
	listeners: Set<() => void>;
}

const KEY = Symbol.for('softpost.documents');

/** The key under which the session remembers that a script of this site cannot run twice. */
export const REMEMBERED = 'softpost:native';

const remembered = (): string | null => {
	try {
		return sessionStorage.getItem(REMEMBERED);
	} catch {
		// Storage may be forbidden.
		return null;
	}
};

/** Finds out whether the page's policy allows us to pass text to a parser (Trusted Types). */
const createTrust = (): Realm['trust'] => {
	const { trustedTypes } = globalThis as {
		trustedTypes?: {
			defaultPolicy: TrustedTypePolicy | null;
			createPolicy(name: string, rules: TrustedTypePolicy): TrustedTypePolicy;
		};
	};
	const asItIs = (text: string): string => text;
	if (!trustedTypes) return asItIs;
	try {
		const policy = trustedTypes.createPolicy('softpost', { createHTML: asItIs });
		return (text) => policy.createHTML(text);
	} catch {
		// The page's default policy could change the text.
		if (trustedTypes.defaultPolicy) return null;
		// The page does not allow our policy name, but it may not require Trusted Types at all.
	}
	try {
		new DOMParser().parseFromString('', 'text/html');
		return asItIs;
	} catch {
		return null;
	}
};

const create = (): Realm => ({
	entries: new Map(),
	shown: '',
	url: location.href,
	referrer: doc.referrer,
	isAdded: false,
	begun: 0,
	latest: 0,
	made: 0,
	modules: new Set(),
	own: new Set(),
	policies: new Set(),
	nonces: {},
	encoding: undefined,
	reason: remembered(),
	trust: createTrust(),
	morph: undefined,
	listeners: new Set()
});

/** The state of this window. */
export const realm = (): Realm => {
	const holder = window as unknown as Record<symbol, Realm | undefined>;
	return (holder[KEY] ??= create());
};

/**
 * Adds listeners to window and document that survive new documents.
 *
 * @param add adds the listeners; called at once, and for each new document before it is parsed
 * @returns the undo. The caller removes the listeners of the shown document itself
 */
export const keepListening = (add: () => void): (() => void) => {
	const { listeners } = realm();
	listeners.add(add);
	add();
	return () => void listeners.delete(add);
};
