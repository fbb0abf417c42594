const ATTRIBUTES = `(?:"[^"]*"|'[^']*'|[^"'>])*`;

/** Comments, elements whose text is no markup, and start tags. */
const TAG = new RegExp(
	`<!--[^]*?(?:-->|$)|<(script|style|textarea|title|xmp|iframe|noembed|noframes)((?:[\\s/]${ATTRIBUTES})?)>([^]*?)(?=</\\1[\\s/>]|$)|<([a-z][^\\s/>]*)((?:[\\s/]${ATTRIBUTES})?)>`,
	'gi'
);

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** A start tag in the text of a document. */
export interface Tag {
	/** Lower case. */
	name: string;
	/** Its attributes, names in lower case, the first of each name; character references as they are written. */
	attributes: Map<string, string>;
}

const readAttributes = (text: string): Map<string, string> => {
	const attributes = new Map<string, string>();
	for (const [, name, ...values] of text.matchAll(ATTRIBUTE)) {
		const key = name!.toLowerCase();
		if (!attributes.has(key))
			attributes.set(key, values.find((value) => value !== undefined) ?? '');
	}
	return attributes;
};

/**
 * Rewrites attributes of start tags in the text of a document; everything else stays as it is, to the letter.
 *
 * @param change returns new values for some of a tag's attributes
 */
export const rewriteTags = (text: string, change: (tag: Tag) => Record<string, string>): string =>
	text.replace(TAG, (all: string, ...groups: (string | undefined)[]) => {
		const [raw, rawAttributes, content = '', name, own] = groups;
		const tagName = raw ?? name;
		if (!tagName) return all;
		const written = rawAttributes ?? own ?? '';
		const changes = change({ name: tagName.toLowerCase(), attributes: readAttributes(written) });
		const added = Object.entries(changes).map(
			([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`
		);
		if (!added.length) return all;
		const kept = written.replace(ATTRIBUTE, (attribute, key: string) =>
			key.toLowerCase() in changes ? '' : attribute
		);
		return `<${tagName}${added.join('')}${kept}>${content}`;
	});

/** Everything in front of what stands in the head, with the start tags of `<html>` and `<head>` where they are written. */
const PROLOG = new RegExp(
	`^\\ufeff?(?:\\s|<!--[^]*?-->|<[?!][^>]*>)*(?:<html(?:[\\s/]${ATTRIBUTES})?>)?(?:\\s|<!--[^]*?-->)*(?:<head(?:[\\s/]${ATTRIBUTES})?>)?`,
	'i'
);

/** Puts markup at the beginning of a document's head. */
export const insertIntoHead = (text: string, markup: string): string =>
	text.replace(PROLOG, (prolog) => prolog + markup);
