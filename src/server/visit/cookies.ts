import {
	parseCookie,
	parseSetCookie,
	stringifyCookie,
	stringifySetCookie,
	type ParseOptions
} from 'cookie';
import { SoftpostError } from '../../protocol/errors.ts';
import type { CookieOptions, Cookies } from '../types.ts';

/** What browsers keep of a cookie's name and value together (RFC 6265bis, section 5.6). */
const MAX_COOKIE_BYTES = 4096;

interface SetCookie {
	name: string;
	value: string;
	options: CookieOptions;
	header: string;
}

/** The cookies of one request, and the headers they end in. */
export interface CookieJar {
	cookies: Cookies;
	/** The `cookie` header that a browser would send to `url` after this answer, or `''`. */
	headerFor(url: URL): string;
	/** Takes over a cookie that an answer within this request has set. */
	adopt(setCookie: string): void;
	/** One `set-cookie` header for each cookie. */
	headers(): string[];
}

const invalid = (name: string, reason: string, cause?: unknown): SoftpostError =>
	new SoftpostError('cookie', `Cookie "${name}": ${reason}`, { name }, { cause });

/** RFC 6265, section 5.1.3 */
const domainMatches = (host: string, domain = host): boolean =>
	`.${host}`.endsWith(`.${domain.replace(/^\./, '').toLowerCase()}`);

/** RFC 6265, section 5.1.4 */
const pathMatches = (pathname: string, path: string): boolean =>
	pathname === path || pathname.startsWith(path.replace(/\/?$/, '/'));

const isGone = ({ maxAge, expires }: CookieOptions): boolean =>
	maxAge === undefined ? Number(expires) <= Date.now() : maxAge <= 0;

const toHeader = (name: string, value: string, options: CookieOptions): string => {
	if (typeof value !== 'string') throw invalid(name, `its value is no string but ${typeof value}`);
	let header;
	try {
		header = stringifySetCookie(name, value, options);
	} catch (cause) {
		throw invalid(name, (cause as Error).message, cause);
	}
	const [pair = ''] = header.split(';');
	if (pair.length - 1 <= MAX_COOKIE_BYTES) return header;
	throw invalid(name, `browsers drop more than ${MAX_COOKIE_BYTES} bytes`);
};

/** Names that promise something of the cookie (RFC 6265bis, section 4.1.3). */
const isSecureName = (name: string): boolean => /^__(secure|host)-/i.test(name);
const isHostName = (name: string): boolean => /^__host-/i.test(name);

/** Why browsers would drop a cookie without a word. */
const flaw = (name: string, { secure, sameSite, partitioned, path, domain }: CookieOptions) => {
	if (!secure && isSecureName(name)) return 'its name asks for { secure: true }';
	if (isHostName(name) && (path !== '/' || domain !== undefined))
		return "its name asks for { path: '/' } and no domain";
	if (!secure && String(sameSite).toLowerCase() === 'none')
		return "{ sameSite: 'none' } asks for { secure: true }";
	return !secure && partitioned ? '{ partitioned: true } asks for { secure: true }' : null;
};

const withDefaults = (
	name: string,
	options: CookieOptions | undefined,
	url: URL
): CookieOptions => {
	if (options?.path === undefined) throw invalid(name, "give it a path, such as { path: '/' }");
	const path = options.path.startsWith('/') ? options.path : new URL(options.path, url).pathname;
	// Browsers other than Safari keep a secure cookie on http://localhost, and none keeps such a name without.
	const isLocal = url.protocol === 'http:' && url.hostname === 'localhost';
	// An option that is undefined is one that is not given: it must not take a default away.
	const { httpOnly = true, sameSite = 'lax', secure = !isLocal || isSecureName(name) } = options;
	const complete = { ...options, httpOnly, sameSite, secure, path };
	const reason = flaw(name, complete);
	if (reason) throw invalid(name, reason);
	return complete;
};

/**
 * Opens the cookies of one request.
 *
 * @param sent the request's `cookie` header
 * @param url  the URL of the request
 */
export const openCookies = (sent: string | null, url: URL): CookieJar => {
	// A browser keeps one cookie for each name, domain and path: the last one set.
	const changed = new Map<string, SetCookie>();

	const keep = (name: string, value: string, options: CookieOptions): void => {
		const header = toHeader(name, value, options);
		const key = JSON.stringify([name, options.domain, options.path]);
		changed.delete(key);
		changed.set(key, { name, value, options, header });
	};

	/** The values at a URL by name, on an object without a prototype; `undefined` for deleted ones. */
	const valuesAt = (
		{ hostname, pathname }: URL,
		options?: ParseOptions
	): Record<string, string | undefined> => {
		const values = parseCookie(sent ?? '', options);
		for (const { name, value, options } of changed.values()) {
			const { domain, path } = options;
			if (!domainMatches(hostname, domain) || !pathMatches(pathname, path)) continue;
			values[name] = isGone(options) ? undefined : value;
		}
		return values;
	};

	const set: Cookies['set'] = (name, value, options) =>
		keep(name, value, withDefaults(name, options, url));

	const cookies: Cookies = {
		set,
		get: (name, options) => valuesAt(url, options)[name],
		getAll: (options) =>
			Object.entries(valuesAt(url, options)).flatMap(([name, value]) =>
				value === undefined ? [] : { name, value }
			),
		delete: (name, options) => set(name, '', { ...options, maxAge: 0 }),
		serialize: (name, value, options) => toHeader(name, value, withDefaults(name, options, url))
	};

	return {
		cookies,
		headerFor: (target) => stringifyCookie(valuesAt(target)),
		adopt(setCookie) {
			const { name, value = '', path = url.pathname, ...options } = parseSetCookie(setCookie);
			keep(name, value, { ...options, path });
		},
		headers: () => [...changed.values()].map(({ header }) => header)
	};
};
