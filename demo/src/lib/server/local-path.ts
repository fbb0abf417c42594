/**
 * The path a visitor asked to be sent to, if it stays on this site, else `undefined`.
 * `//host`, `/\host` and `https:…` lead elsewhere, and `/.//host` does once it is normalised.
 */
export const localPath = (value: string): string | undefined => {
	const base = 'http://localhost';
	if (!value.startsWith('/') || !URL.canParse(value, base)) return undefined;
	const { origin, pathname, search, hash } = new URL(value, base);
	return origin === base && !pathname.startsWith('//') ? pathname + search + hash : undefined;
};
