/** How many bytes browsers search at least for a `<meta>` with the encoding (HTML, section 13.2.3.2). */
const PRESCAN_LENGTH = 1024;

/** Where the head ends. Browsers search all of it. */
const HEAD_END = /<(?:\/head|body)[\s>]/i;

const BYTE_ORDER_MARKS: [mark: string, encoding: string][] = [
	['\xef\xbb\xbf', 'utf-8'],
	['\xfe\xff', 'utf-16be'],
	['\xff\xfe', 'utf-16le']
];

/** The encoding for a label; `undefined` if browsers do not know it. */
const encodingOf = (label: string | undefined): string | undefined => {
	try {
		return label && new TextDecoder(label).encoding;
	} catch {
		return undefined;
	}
};

/** Encodings that browsers refuse to decode, because attackers have used them (Encoding, section 4.2). */
const REFUSED = /^(replacement|csiso2022kr|hz-gb-2312|iso-2022-(cn|cn-ext|kr))$/i;

/** The label in a media type: `text/html; charset=iso-8859-2`. */
const labelOf = (type: string): string | undefined =>
	/charset\s*=\s*["']?\s*([^\s"';,/>]+)/i.exec(type)?.[1];

/** The encoding that the document declares (HTML, "prescan a byte stream", and the XML declaration). */
const declaredIn = (start: string): string | undefined => {
	const [, inXml] = /^<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)/.exec(start) ?? [];
	if (inXml) return encodingOf(inXml);
	for (const [meta] of start.replace(/<!--[^]*?-->/g, '').matchAll(/<meta[\s/][^>]*/gi)) {
		const counts =
			/[\s"'/]charset\s*=/i.test(meta) || /http-equiv\s*=\s*["']?content-type/i.test(meta);
		const encoding = counts && encodingOf(labelOf(meta));
		// If the declaration is readable as ASCII, the encoding cannot be UTF-16.
		if (encoding) return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
	}
	return undefined;
};

/**
 * Decodes a document as browsers do: byte order mark, header, `<meta>` (HTML, section 13.2.3.2).
 *
 * @param bytes its body
 * @param type  its `content-type`
 * @returns the text, and the encoding's name
 */
export const decodeDocument = (
	bytes: Uint8Array,
	type: string
): { text: string; encoding: string } => {
	// One character for each byte.
	const raw = new TextDecoder('latin1').decode(bytes);
	const headEnd = raw.search(HEAD_END);
	const start = headEnd < 0 ? raw : raw.slice(0, Math.max(PRESCAN_LENGTH, headEnd));
	const [, marked] = BYTE_ORDER_MARKS.find(([mark]) => start.startsWith(mark)) ?? [];
	const fallback = /xml/i.test(type) ? 'utf-8' : 'windows-1252';
	const label = labelOf(type);
	if (!marked && label && REFUSED.test(label)) return { text: '\ufffd', encoding: 'utf-8' };
	const encoding = marked ?? encodingOf(label) ?? declaredIn(start) ?? fallback;
	return { text: new TextDecoder(encoding).decode(bytes), encoding };
};
