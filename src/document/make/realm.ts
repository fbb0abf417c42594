import { doc } from '../../dom/doc.ts';
import type { Entry } from '../entries.ts';

/** The part of the Trusted Types API that is needed, which TypeScript's library does not have yet. */
interface TrustedTypePolicy {
	createHTML(text: string): string;
}

/**
 * What lasts as long as the window does, through all documents that are made in it, and that copies of
 * this package in one page share.
 */
export interface Realm {
	/** The documents of this tab's history that were shown in this window, by the mark of their entry. */
	entries: Map<string, Entry>;
	/** The mark of the entry whose document is shown. */
	shown: string;
	/** The URL of the document that is shown. */
	url: string;
	/** Where it was come from, as `document.referrer` says. */
	referrer: string;
	/** Whether it has added an entry to the history. */
	isAdded: boolean;
	/** How many submissions have begun. */
	begun: number;
	/** The number of the submission that was shown last: earlier ones are late. */
	latest: number;
	/** How many documents have been made. */
	made: number;
	/** The URLs of module scripts that have run. */
	modules: Set<string>;
	/** The URLs of our own modules, which need not run again. */
	own: Set<string>;
	/** The policies in force that were not the first document's. */
	policies: Set<string>;
	/** The nonce that the first policy asks for. */
	nonce: string | undefined;
	/** The encoding that forms of the document are sent in, where it is not the one that the window says. */
	encoding: string | undefined;
	/** Why documents cannot be made in this window any more. */
	reason: string | null;
	/** Makes text what the page's policy lets a parser have. */
	trust: ((text: string) => string) | null;
	/** Whether documents are changed instead of made. Default: as `<html>` of both says. */
	morph: boolean | undefined;
	/** What listens to window and document: making a document takes all listeners away. */
	listeners: Set<() => void>;
}

const KEY = Symbol.for('softpost.documents');

/** Whether the session remembers that a script of this site cannot run twice. */
export const REMEMBERED = 'softpost:native';

const remembered = (): string | null => {
	try {
		return sessionStorage.getItem(REMEMBERED);
	} catch {
		// Storage may be forbidden.
		return null;
	}
};

/** Finds out whether the page's policy lets us hand text to a parser (Trusted Types). */
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
		// The page's own policy for what has none may change what it is handed.
		if (trustedTypes.defaultPolicy) return null;
		// Not one of the policies that the page names, which need not mean that it asks for any.
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
	nonce: undefined,
	encoding: undefined,
	reason: remembered(),
	trust: createTrust(),
	morph: undefined,
	listeners: new Set()
});

/** This window's. */
export const realm = (): Realm => {
	const holder = window as unknown as Record<symbol, Realm | undefined>;
	return (holder[KEY] ??= create());
};

/**
 * Adds listeners to window and document that outlive the documents.
 *
 * @param add adds them; called at once, and for each new document before it is parsed
 * @returns ends that; the listeners of the shown document are the caller's to remove
 */
export const keepListening = (add: () => void): (() => void) => {
	const { listeners } = realm();
	listeners.add(add);
	add();
	return () => void listeners.delete(add);
};
