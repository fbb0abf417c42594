/** What a control holds: a text, whether it is checked, or the values that are chosen in a list or group. */
export type Value = string | boolean | string[];

/** A value within a page's data that another took the place of. */
export interface DataChange {
	/** The name it has in the data. */
	key: string;
	/** The id of the row that it is in; `undefined` outside of lists, `null` where the row has no id. */
	row: string | null | undefined;
	from: unknown;
	to: unknown;
}

/** Beyond this many values a page's data is not compared. */
const MOST = 20_000;

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const isListOfTexts = (value: unknown): boolean =>
	Array.isArray(value) && value.every((item) => typeof item !== 'object');

const hasId = (row: unknown): row is { id: unknown } => isRecord(row) && 'id' in row;

/** The row that has taken a row's place: the one with the same id, where rows have one. */
const rowIn = (list: unknown, row: unknown, index: number): unknown => {
	if (!Array.isArray(list)) return undefined;
	return hasId(row) ? list.find((other) => hasId(other) && other.id === row.id) : list[index];
};

/** Whether a control can hold a value. Rich data, such as a `Map`, it cannot, and its text may throw. */
const isShown = (value: unknown): boolean =>
	typeof value !== 'symbol' &&
	(typeof value !== 'object' || value === null || Array.isArray(value));

const isSameText = (from: unknown, to: unknown): boolean =>
	isShown(to) && String(from) === String(to);

/** What is different between the data that a page has shown and that which it shows next. */
export const changesOf = (before: unknown, after: unknown): DataChange[] => {
	const changes: DataChange[] = [];
	let count = 0;
	/** The records and lists around a value: data may hold itself. */
	const around = new Set<unknown>();
	const compare = (from: unknown, to: unknown, key: string, row?: string | null): void => {
		if (++count > MOST || around.has(from)) return;
		around.add(from);
		if (isRecord(from)) {
			if (isRecord(to))
				for (const [key, value] of Object.entries(from)) compare(value, to[key], key, row);
		} else if (Array.isArray(from) && !isListOfTexts(from)) {
			from.forEach((item, index) =>
				compare(item, rowIn(to, item, index), key, hasId(item) ? String(item.id) : null)
			);
		} else if (isShown(from) && !isSameText(from, to)) changes.push({ key, row, from, to });
		around.delete(from);
	};
	compare(before, after, '');
	return count > MOST ? [] : changes;
};

const textOf = (value: unknown): string => String(value ?? '');

/** Reads a value of the data as what a control would hold for it, of the same kind as `like`. */
const valueFor = (data: unknown, like: Value): Value | undefined => {
	if (typeof like === 'boolean') return typeof data === 'boolean' ? data : undefined;
	if (Array.isArray(like)) return isListOfTexts(data) ? (data as unknown[]).map(textOf) : undefined;
	return typeof data === 'object' && data !== null ? undefined : textOf(data);
};

/** Whether two values are the same to a user: the order of what is chosen does not count. */
export const isSame = (one: Value | undefined, other: Value | undefined): boolean =>
	Array.isArray(one) && Array.isArray(other)
		? one.length === other.length && one.every((item) => other.includes(item))
		: one === other;

/** The part of a control's name that says which value of a record it is: `name` of `person[name]`. */
const keyOf = (name: string): string | undefined => name.split(/[.[\]]+/).findLast(Boolean);

/** What a control, or a group of them, is known by. */
export interface Rendered {
	/** What the page has rendered it with. */
	rendered: Value;
	/** What it holds, which is most often what was saved. */
	held: Value;
	name: string;
	/** What its form says of the record that it is of. */
	ids: Set<string>;
}

const isOf = ({ key, row }: DataChange, { name, ids }: Rendered): boolean =>
	key === keyOf(name) && (row === undefined || (row !== null && ids.has(row)));

/**
 * What a control shows after its page's data has changed, where it holds a copy of that data: the
 * value that has taken the place of the one that the control was rendered with. State that is
 * initialised from data tells no one where it comes from, so that it is found by value and name.
 *
 * @returns `rendered` where the data does not say
 */
export const followData = (control: Rendered, changes: DataChange[]): Value => {
	const { rendered, held, name } = control;
	const fitting = changes.filter(({ from }) => isSame(valueFor(from, rendered), rendered));
	// Much is empty, or true, in a page's data.
	const isCommon = !rendered || rendered === true || isSame(rendered, []);
	const isSaved = ({ key, to }: DataChange): boolean =>
		isSame(valueFor(to, rendered), held) && (!isCommon || key === keyOf(name));
	if (fitting.some(isSaved)) return held;
	const own = fitting
		.filter((change) => isOf(change, control))
		.map(({ to }) => valueFor(to, rendered))
		.filter((value) => value !== undefined);
	return own.every((value) => isSame(value, own[0])) ? (own[0] ?? rendered) : rendered;
};
