const decodeExtended = (value: string): string | undefined => {
	const [, charset, bytes] = /^([^']*)'[^']*'(.*)$/.exec(value) ?? [];
	if (bytes === undefined) return undefined;
	const codes = [...bytes.matchAll(/%([\da-f]{2})|([^])/gi)].map(([, hex, character]) =>
		hex ? parseInt(hex, 16) : character!.charCodeAt(0)
	);
	try {
		return new TextDecoder(charset).decode(new Uint8Array(codes));
	} catch {
		return undefined;
	}
};

/** Some servers send raw UTF-8, which scripts get as one character per byte. */
const decodeRaw = (value: string): string => {
	try {
		const bytes = Uint8Array.from(value, (character) => character.charCodeAt(0));
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return value;
	}
};

/**
 * The name under which a browser saves a response: `filename*` of `content-disposition` (RFC 6266), else its `filename`,
 * else the last part of the URL's path.
 */
export const fileNameOf = (disposition: string | null, url: string): string => {
	const parameter = (name: string): string | undefined => {
		const pattern = new RegExp(
			`(?:^|;)\\s*${name}\\s*=\\s*(?:"((?:\\\\[^]|[^"\\\\])*)"|([^;]*))`,
			'i'
		);
		const [, quoted, token] = pattern.exec(disposition ?? '') ?? [];
		return quoted === undefined ? token?.trim() : quoted.replace(/\\([^])/g, '$1');
	};
	const extended = parameter('filename\\*');
	const plain = parameter('filename');
	const name =
		(extended && decodeExtended(extended)) ||
		(plain && decodeRaw(plain)) ||
		decodeURIComponent(
			new URL(url).pathname
				.split('/')
				.at(-1)!
				.replace(/%(?![\da-f]{2})/gi, '%25')
		);
	// The last part only: it must not be a path.
	return name.split(/[\\/]/).at(-1)!;
};
