import { doc } from '../../dom/doc.ts';
import { realm } from './realm.ts';
import type { Tag } from './tags.ts';

const NONCE = /'nonce-([^']+)'/g;

/** Directives that a `<meta>` cannot set (CSP 3, section 3.3). */
const NOT_IN_META = /(?:^|;)\s*(?:report-uri|report-to|frame-ancestors|sandbox)\b[^;]*/gi;

/** The nonces of a document's policy, each with the one that is in force in its place. */
export type Nonces = ReadonlyMap<string, string>;

/** The policies of a document that are not in force yet, with the nonces that are. */
export const newPolicies = (header: string | null, nonces: Nonces): string[] => {
	const { policies } = realm();
	const wanted = (header ?? '')
		.split(',')
		.map((policy) => policy.replace(NOT_IN_META, '').replace(/^[\s;]+|[\s;]+$/g, ''))
		.map((policy) => policy.replace(NONCE, (_, nonce: string) => `'nonce-${nonces.get(nonce)}'`));
	const added = wanted.filter((policy) => policy && !policies.has(policy));
	for (const policy of added) policies.add(policy);
	return added;
};

/** The nonce of elements in the shown document. */
const nonceOn = (selector: string): string | undefined =>
	[...doc.querySelectorAll<HTMLElement>(selector)].map(({ nonce }) => nonce).find(Boolean);

/**
 * Finds the nonces in force for those of a document: the first policy stays in force in this window. Some servers make
 * one nonce for scripts and another one for styles.
 */
export const noncesFor = (header: string | null): Nonces => {
	const { nonces } = realm();
	nonces.script ??= nonceOn('script');
	nonces.style ??= nonceOn('style,[rel=stylesheet]') ?? nonces.script;
	const found = new Map<string, string>();
	for (const directive of (header ?? '').split(/[;,]/)) {
		const kind = /^\s*style/i.test(directive) ? 'style' : 'script';
		for (const [, nonce] of directive.matchAll(NONCE))
			if (!found.has(nonce!)) found.set(nonce!, (nonces[kind] ??= nonce!));
	}
	return found;
};

/** The attributes of an element that have a nonce of its document, with the one in force. */
export const noncesIn = ({ name, attributes }: Tag, nonces: Nonces): Record<string, string> => {
	// Scripts read the nonce from `<meta name="csp-nonce" content>`, to set it on those that they add.
	const isHint =
		name === 'meta' && /nonce/i.test(`${attributes.get('name')} ${attributes.get('property')}`);
	const changed: Record<string, string> = {};
	for (const key of isHint ? ['nonce', 'content'] : ['nonce']) {
		const nonce = nonces.get(attributes.get(key) ?? '');
		if (nonce) changed[key] = nonce;
	}
	return changed;
};
