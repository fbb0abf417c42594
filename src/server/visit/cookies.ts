import { parseCookie, parseSetCookie, stringifySetCookie, type ParseOptions } from 'cookie';
import { SoftpostError } from '../../protocol/errors.ts';
import type { CookieOptions, Cookies } from '../types.ts';

/** Browsers drop a cookie whose name and value together are larger (RFC 6265bis, section 5.6). */
const MAX_COOKIE_BYTES = 4096;

interface SetCookie {
	name: string;
	value: string;
	options: CookieOptions;
	header: string;
}

/** The cookies of one request, and the headers they result in. */
interface CookieJar {
	cookies: Cookies;
	/** The `cookie` header that a browser would send to `url` after this response, or `''`. */
	headerFor(url: URL): string;
	/** Adds a cookie that a response to one of the app's own requests has set. */
	adopt(setCookie: string): void;
	/** One `set-cookie` header for each cookie. */
	headers(): string[];
}

const invalid = (name: string, reason: string, cause?: unknown): SoftpostError =>
	new SoftpostError('cookie', `Cookie "${name}": ${reason}`, { name }, { cause });

/** Logs instead of throwing. Nothing awaits the caller any more, so an error would end the process. */
const logLost = (name: string): void =>
	console.error(invalid(name, 'is lost, because the response has been made. Await what sets it'));

/** RFC 6265, section 5.1.3 */
const domainMatches = (host: string, domain = host): boolean =>
	`.${host}`.endsWith(`.${domain.replace(/^\./, '').toLowerCase()}`);

/** RFC 6265, section 5.1.4 */
const pathMatches = (pathname: string, path: string): boolean =>
	pathname === path || pathname.startsWith(path.replace(/\/?$/, '/'));

const isGone = ({ maxAge, expires }: CookieOptions): boolean =>
	maxAge === undefined ? Number(expires) <= Date.now() : maxAge <= 0;

const toHeader = (name: string, value: string, options: CookieOptions): string => {
	if (typeof value !== 'string')
		throw invalid(name, `its value must be a string, not ${typeof value}`);
	let header;
	try {
		header = stringifySetCookie(name, value, options);
	} catch (cause) {
		throw invalid(name, (cause as Error).message, cause);
	}
	const [pair = ''] = header.split(';');
	if (pair.length - 1 <= MAX_COOKIE_BYTES) return header;
	throw invalid(name, `browsers drop cookies above ${MAX_COOKIE_BYTES} bytes. Store less`);
};

/** Name prefixes that require certain options (RFC 6265bis, section 4.1.3). */
const isSecureName = (name: string): boolean => /^__(secure|host)-/i.test(name);
const isHostName = (name: string): boolean => /^__host-/i.test(name);

/** The reason why browsers would silently drop a cookie, or `null`. */
const flaw = (name: string, { secure, sameSite, partitioned, path, domain }: CookieOptions) => {
	if (!secure && isSecureName(name)) return 'its name requires { secure: true }';
	if (isHostName(name) && (path !== '/' || domain !== undefined))
		return "its name requires { path: '/' } and no domain";
	if (!secure && String(sameSite).toLowerCase() === 'none')
		return "{ sameSite: 'none' } requires { secure: true }";
	return !secure && partitioned ? '{ partitioned: true } requires { secure: true }' : null;
};

const withDefaults = (
	name: string,
	options: CookieOptions | undefined,
	url: URL
): CookieOptions => {
	if (typeof options?.path !== 'string') throw invalid(name, "pass a path, such as { path: '/' }");
	const path = options.path.startsWith('/') ? options.path : new URL(options.path, url).pathname;
	// Safari drops secure cookies on http://localhost, and every browser drops an insecure one with such a name.
	const isLocal = url.protocol === 'http:' && url.hostname === 'localhost';
	// An option that is `undefined` must not override a default.
	const { httpOnly = true, sameSite = 'lax', secure = !isLocal || isSecureName(name) } = options;
	const complete = { ...options, httpOnly, sameSite, secure, path };
	const reason = flaw(name, complete);
	if (reason) throw invalid(name, reason);
	return complete;
};

const asItIs = (value: string): string => value;

/** Reads a cookie that a response within this request has set, and keeps its value as it is. */
const readSetCookie = (setCookie: string, url: URL): SetCookie => {
	const { value: raw = '', ...rest } = parseSetCookie(setCookie, { decode: asItIs });
	const { name, path = url.pathname, ...others } = rest;
	const options = { ...others, path };
	const { value = '' } = parseSetCookie(setCookie);
	try {
		const header = stringifySetCookie(name, raw, { ...options, encode: asItIs });
		return { name, value, options, header };
	} catch {
		// Browsers accept more than the library writes.
		return { name, value, options, header: setCookie };
	}
};

const changes = ({ hostname, pathname }: URL, { domain, path }: CookieOptions): boolean =>
	domainMatches(hostname, domain) && pathMatches(pathname, path);

/** The name and the value of a `set-cookie` header, as the browser sends them back. */
const pairOf = ({ header }: SetCookie): string => header.replace(/;.*/s, '');

const nameOf = (pair: string): string => pair.replace(/=.*/s, '').trim();

const keyOf = ({ name, options }: SetCookie): string =>
	JSON.stringify([name, options.domain, options.path]);

/** Writes the changed cookies into a `cookie` header. All others stay as they were sent. */
const replaced = (sent: string, changed: readonly SetCookie[]): string => {
	const changes = new Map(
		changed.map((cookie) => [cookie.name, isGone(cookie.options) ? '' : pairOf(cookie)])
	);
	const written = new Set<string>();
	const kept = sent.split(';').map((pair) => {
		const name = nameOf(pair);
		const change = changes.get(name);
		// A changed cookie replaces all cookies of its name.
		const own = written.has(name) ? '' : change;
		if (change !== undefined) written.add(name);
		return change === undefined ? pair.trim() : own;
	});
	const added = [...changes].map(([name, pair]) => (written.has(name) ? '' : pair));
	return [...kept, ...added].filter(Boolean).join('; ');
};

/**
 * Opens the cookies of one request.
 *
 * @param sent the request's `cookie` header
 * @param url  the URL of the request
 */
export const openCookies = (sent: string | null, url: URL): CookieJar => {
	// A browser keeps one cookie per name, domain and path: the last one. Most requests set none.
	let changed: Map<string, SetCookie> | undefined;
	let isSent = false;
	const all = (): SetCookie[] => (changed ? [...changed.values()] : []);
	const keep = (cookie: SetCookie): void => {
		const key = keyOf(cookie);
		changed ??= new Map();
		changed.delete(key);
		changed.set(key, cookie);
	};

	const changedAt = (target: URL): SetCookie[] =>
		all().filter(({ options }) => changes(target, options));

	/** The values by name, on an object without a prototype; `undefined` for deleted ones. */
	const values = (options?: ParseOptions): Record<string, string | undefined> => {
		const found = parseCookie(sent ?? '', options);
		for (const { name, value, options } of changedAt(url))
			found[name] = isGone(options) ? undefined : value;
		return found;
	};

	const set: Cookies['set'] = (name, value, given) => {
		const options = withDefaults(name, given, url);
		if (isSent) logLost(name);
		keep({ name, value, options, header: toHeader(name, value, options) });
	};

	const cookies: Cookies = {
		set,
		get: (name, options) => values(options)[name],
		getAll: (options) =>
			Object.entries(values(options)).flatMap(([name, value]) =>
				value === undefined ? [] : { name, value }
			),
		delete: (name, options) => set(name, '', { ...options, maxAge: 0 }),
		serialize: (name, value, options) => toHeader(name, value, withDefaults(name, options, url))
	};

	return {
		cookies,
		headerFor: (target) => replaced(sent ?? '', changedAt(target)),
		adopt: (setCookie) => keep(readSetCookie(setCookie, url)),
		headers() {
			isSent = true;
			return all().map(({ header }) => header);
		}
	};
};
