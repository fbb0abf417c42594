import { SUBMISSION_FIELD } from '../protocol/wire.ts';
import { baseOf, nameWith, partsOf, patternOf, type Part } from './name.ts';

/** The entries of a form: a `FormData`, or any other list. */
export type Entries = Iterable<readonly [name: string, entry: FormDataEntryValue]>;

/** The entries with one name. */
interface Leaf {
	name: string;
	entries: FormDataEntryValue[];
	isList: boolean;
}

/** An object, or a list with numbered items. */
interface Group {
	isList: boolean;
	children: Map<Part, Node>;
}

type Node = Leaf | Group;

const isLeaf = (node: Node): node is Leaf => 'entries' in node;

const createGroup = (isList: boolean): Group => ({ isList, children: new Map() });

/** The group at `part`, which is created if there is nothing. */
const groupAt = (parent: Group, part: Part, isList: boolean): Group | null => {
	const found = parent.children.get(part) ?? createGroup(isList);
	if (isLeaf(found) || found.isList !== isList) return null;
	parent.children.set(part, found);
	return found;
};

/** The group that contains a name's last part; `null` if another value is in the way. */
const parentOf = (root: Group, parts: readonly Part[]): Group | null => {
	let group: Group | null = root;
	for (let index = 0; group && index < parts.length - 1; index += 1)
		group = groupAt(group, parts[index]!, typeof parts[index + 1] === 'number');
	return group;
};

/** The leaf at the end of a name's parts; `null` if another value is there. */
const leafAt = (root: Group, parts: readonly Part[], name: string): Leaf | null => {
	const parent = parentOf(root, parts);
	if (!parent) return null;
	const part = parts.at(-1)!;
	const node = parent.children.get(part) ?? { name, entries: [], isList: false };
	parent.children.set(part, node);
	return isLeaf(node) ? node : null;
};

/** Whether it is the entry that browsers send for an empty file input. */
const isNoFile = (entry: FormDataEntryValue): boolean =>
	typeof entry !== 'string' && !entry.size && !entry.name;

/** A list's items, ordered by index, without gaps. */
const itemsOf = ({ children }: Group): [part: Part, node: Node][] =>
	[...children].sort(([one], [other]) => Number(one) - Number(other));

const valueOf = (node: Node): unknown => {
	if (isLeaf(node)) return node.isList ? node.entries : node.entries[0];
	if (node.isList) return itemsOf(node).map(([, child]) => valueOf(child));
	return Object.fromEntries([...node.children].map(([part, child]) => [part, valueOf(child)]));
};

/**
 * Adds an empty list wherever the parts of a name lead and nothing was sent; `[]` in them means every item.
 *
 * @param add is given the name of each
 */
const addEmpty = (
	group: Group,
	[part, ...rest]: string[],
	name: string,
	add: (name: string) => void
): void => {
	const [property, isEach] = [baseOf(part!), part!.endsWith('[]')];
	const found = group.children.get(property);
	if (!rest.length) {
		if (found) return;
		group.children.set(property, { name, entries: [], isList: true });
		add(name);
	} else if (!isEach) {
		const child = groupAt(group, property, false);
		if (child) addEmpty(child, rest, name, add);
	} else if (found && !isLeaf(found)) {
		for (const [place, item] of found.children) {
			const own = name.replace('[]', `[${place}]`);
			if (found.isList && !isLeaf(item)) addEmpty(item, rest, own, add);
		}
	}
};

/** A form's entries as an object, and the names of its parts in the form. */
export interface Decoded {
	data: unknown;
	/** The names of lists, also of those of which nothing was sent. */
	lists: ReadonlySet<string>;
	/** The name of the control at a path of the data. If it was not sent, the name follows the convention. */
	nameOf(path: readonly PropertyKey[]): string;
}

const sorted = new WeakMap<Group, [part: Part, node: Node][]>();

/** Like {@link itemsOf}, but sorts only once for all issues of a list. */
const itemsAt = (list: Group): [part: Part, node: Node][] => {
	const items = sorted.get(list) ?? itemsOf(list);
	sorted.set(list, items);
	return items;
};

/** The node at `key` in a group, and its name there. */
const step = (group: Node | undefined, key: PropertyKey): [part: Part, node: Node | undefined] => {
	const item = group?.isList && !isLeaf(group) ? itemsAt(group)[Number(key)] : undefined;
	if (item) return item;
	const part = typeof key === 'number' ? key : String(key);
	return [part, group && !group.isList ? (group as Group).children.get(String(key)) : undefined];
};

/** The name at a path: that of the control if there is one, else made from the parts. */
const nameAt = (root: Group, path: readonly PropertyKey[]): string => {
	let node: Node | undefined = root;
	let name = '';
	for (const key of path) {
		if (node && isLeaf(node)) break;
		const [part, next] = step(node, key);
		name = nameWith(name, part);
		node = next;
	}
	return node && isLeaf(node) ? node.name : name;
};

/** Puts entries in their places. Returns the leaves by the names of controls. */
const collect = (
	root: Group,
	entries: Entries,
	isListed: (name: string) => boolean
): ReadonlyMap<string, Leaf> => {
	const leaves = new Map<string, Leaf>();
	for (const [name, entry] of entries) {
		const parts = name === SUBMISSION_FIELD ? [] : partsOf(name);
		const isEmpty = isNoFile(entry);
		if (!parts.length || (isEmpty && !isListed(name))) continue;
		// If the place is taken, the whole name becomes a property.
		const leaf = leaves.get(name) ?? leafAt(root, parts, name) ?? leafAt(root, [name], name);
		if (!leaf) continue;
		leaves.set(name, leaf);
		if (!isEmpty) leaf.entries.push(entry);
		leaf.isList ||= isListed(name) || leaf.entries.length > 1;
	}
	return leaves;
};

/**
 * Turns a form's entries into an object: `address.city`, `items[0].title`, `tags[]`. Its objects are plain, its lists
 * have no holes, and no name reaches a prototype. Takes time linear in the size of the entries.
 *
 * @param entries the form's entries
 * @param lists   names of lists that do not end with `[]`; `[]` within a name stands for any index
 */
export const decode = (entries: Entries, lists: readonly string[] = []): Decoded => {
	const root = createGroup(false);
	const listed = new Set(lists.map(patternOf));
	const isListed = (name: string): boolean => name.endsWith('[]') || listed.has(patternOf(name));
	const leaves = collect(root, entries, isListed);
	const names = new Set([...leaves].filter(([, { isList }]) => isList).map(([name]) => name));
	for (const name of lists) addEmpty(root, baseOf(name).split('.'), name, (own) => names.add(own));
	return {
		data: valueOf(root),
		lists: names,
		nameOf: (path) => nameAt(root, path)
	};
};
