import { describe, expect, it } from 'vitest';
import { whyForged } from '../../../src/server/visit/csrf.ts';

const FORM = 'application/x-www-form-urlencoded';
const OWN = 'https://app.example';
const EVIL = 'https://evil.example';
const PAY = 'https://pay.example';

/** The origin headers of a request, and the expectation. `null` omits a header. */
interface Facts {
	method?: string;
	site?: string | null;
	origin?: string | null;
	type?: string | null;
	expected?: string[];
}

const from = ({
	method = 'POST',
	site = null,
	origin = null,
	type = FORM,
	expected = [OWN]
}: Facts): string | null => {
	const headers = new Headers();
	if (site !== null) headers.set('sec-fetch-site', site);
	if (origin !== null) headers.set('origin', origin);
	if (type !== null) headers.set('content-type', type);
	return whyForged({ method, headers }, expected, [PAY]);
};

describe('whyForged', () => {
	const table: [verdict: 'pass' | 'refused', why: string, facts: Facts][] = [
		['pass', 'a GET changes nothing', { method: 'GET', site: 'cross-site', origin: EVIL }],
		['pass', 'a HEAD changes nothing', { method: 'HEAD', site: 'cross-site' }],
		['pass', 'an OPTIONS changes nothing', { method: 'OPTIONS', site: 'cross-site' }],
		['pass', 'same-origin by Sec-Fetch-Site alone', { site: 'same-origin' }],
		[
			'pass',
			'same-origin behind a proxy that hides the origin',
			{ site: 'same-origin', origin: EVIL }
		],
		['refused', 'another site', { site: 'cross-site', origin: EVIL }],
		['refused', 'another subdomain', { site: 'same-site', origin: 'https://blog.app.example' }],
		['refused', 'an unknown value of Sec-Fetch-Site', { site: 'SAME-ORIGIN', origin: OWN }],
		['refused', 'an empty Sec-Fetch-Site', { site: '', origin: OWN }],
		[
			'refused',
			'cross-site with our own Origin, which no browser sends',
			{ site: 'cross-site', origin: OWN }
		],
		['pass', 'a trusted origin', { site: 'cross-site', origin: PAY }],
		['pass', 'a trusted origin of an old browser', { origin: PAY }],
		['pass', 'typed by the user, with our origin', { site: 'none', origin: OWN }],
		['refused', 'typed by the user, with another origin', { site: 'none', origin: EVIL }],
		['pass', 'an old browser with our origin', { origin: OWN }],
		['refused', 'an old browser with another origin', { origin: EVIL }],
		['refused', 'another scheme', { origin: 'http://app.example' }],
		['refused', 'another port', { origin: `${OWN}:8443` }],
		['refused', 'an opaque origin', { origin: 'null' }],
		['refused', 'an empty Origin', { origin: '' }],
		['refused', 'a urlencoded form from nowhere', {}],
		['refused', 'a multipart form from nowhere', { type: 'multipart/form-data' }],
		['refused', 'a plain form from nowhere', { type: 'text/plain' }],
		['refused', 'a body without a type from nowhere', { type: null }],
		['refused', 'a form from nowhere that the user typed', { site: 'none' }],
		['pass', 'JSON of a server', { type: 'application/json' }],
		[
			'refused',
			'JSON of another site',
			{ type: 'application/json', site: 'cross-site', origin: EVIL }
		],
		['refused', 'a PUT of another site', { method: 'PUT', origin: EVIL, type: 'application/json' }],
		['refused', 'a PATCH of another site', { method: 'PATCH', site: 'cross-site', type: null }],
		['refused', 'a DELETE of another site', { method: 'DELETE', site: 'cross-site', type: null }],
		['refused', 'an unknown method', { method: 'FROB', origin: EVIL }]
	];

	it.each(table)('%s: %s', (verdict, _why, facts) => {
		expect(from(facts) === null).toBe(verdict === 'pass');
	});

	it('says for the log what was expected and what was received', () => {
		expect(from({ origin: EVIL })).toContain(EVIL);
		expect(from({ origin: EVIL })).toContain(OWN);
		expect(from({ site: 'cross-site', origin: EVIL })).toMatch(/cross-site.*evil.*app\.example/);
		expect(from({ expected: [OWN, 'https://two.example'] })).toContain(
			`${OWN} or https://two.example`
		);
	});

	it('takes any of several own origins', () => {
		expect(from({ expected: ['https://two.example', OWN], origin: OWN })).toBeNull();
	});
});
