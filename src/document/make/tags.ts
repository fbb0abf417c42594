/**
 * Matches to the end of a start tag, or of the text. A quote counts only behind an equals sign. It never fails, so that
 * thousands of tags without an end take no time.
 */
const ATTRIBUTES = `(?:=\\s*"[^"]*(?:"|$)|=\\s*'[^']*(?:'|$)|=(?!\\s*["'])|[^>=])*`;

/** Matches comments, elements whose text is not markup without their end tag, and all other tags. */
const TAG = new RegExp(
	`<!--[^]*?(?:-->|$)|<(script|style|textarea|title|xmp|iframe|noembed|noframes)((?:[\\s/]${ATTRIBUTES})?)>([^]*?)(?=</\\1[\\s/>]|$)|<(/?)([a-z][^\\s/>]*)((?:[\\s/]${ATTRIBUTES})?)(?:>|$)`,
	'gi'
);

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?/g;

/** Where a tag is in the text of a document. */
export interface TagPlace {
	/** In lower case. */
	name: string;
	/** How many more elements are open behind it: 1 for a start tag, else -1. */
	change: number;
	start: number;
	end: number;
}

/**
 * Finds the tags in the text of a document, one by one: a large page has a million.
 *
 * @yields where each one is
 */
export function* tagsIn(text: string): Generator<TagPlace> {
	for (const { 0: all, 1: raw, 4: slash, 5: name, index } of text.matchAll(TAG))
		yield {
			name: (raw ?? name ?? '').toLowerCase(),
			change: slash ? -1 : 1,
			start: index,
			end: index + all.length
		};
}

/** A start tag in the text of a document. */
export interface Tag {
	/** In lower case. */
	name: string;
	/** Its attributes by lower-case name, the first of each name. Character references are not decoded. */
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
 * Rewrites attributes of start tags in the text of a document. All other text stays exactly the same.
 *
 * @param change returns new values for some of a tag's attributes
 */
export const rewriteTags = (text: string, change: (tag: Tag) => Record<string, string>): string =>
	text.replace(TAG, (all: string, ...groups: (string | undefined)[]) => {
		const [raw, rawAttributes, content = '', slash, name, own] = groups;
		const tagName = raw ?? name;
		// Without its end, it is no tag.
		if (!tagName || slash || (name && !all.endsWith('>'))) return all;
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

/** Matches everything before the content of the head, including the start tags of `<html>` and `<head>`. */
const PROLOG = new RegExp(
	`^\\ufeff?(?:\\s|<!--[^]*?-->|<[?!][^>]*>)*(?:<html(?:[\\s/]${ATTRIBUTES})?>)?(?:\\s|<!--[^]*?-->)*(?:<head(?:[\\s/]${ATTRIBUTES})?>)?`,
	'i'
);

/** Puts markup at the beginning of a document's head. */
export const insertIntoHead = (text: string, markup: string): string =>
	text.replace(PROLOG, (prolog) => prolog + markup);
