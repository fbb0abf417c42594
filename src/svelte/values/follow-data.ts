/** The value of a control: its text, whether it is checked, or the selected values of a list or group. */
export type Value = string | boolean | string[];

/** A changed value in a page's data. */
export interface DataChange {
	/** Its name in the data. */
	key: string;
	/** The id of its row; `undefined` outside of lists, `null` if the row has no id. */
	row: string | null | undefined;
	from: unknown;
	to: unknown;
}

/** The comparison of a page's data stops after this many values. */
const MOST = 20_000;

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const isListOfTexts = (value: unknown): boolean =>
	Array.isArray(value) && value.every((item) => typeof item !== 'object');

const hasId = (row: unknown): row is { id: unknown } => isRecord(row) && 'id' in row;

/** The new version of a row: the one with the same id, if rows have ids, else the one at the same position. */
const rowIn = (list: unknown, row: unknown, index: number): unknown => {
	if (!Array.isArray(list)) return undefined;
	return hasId(row) ? list.find((other) => hasId(other) && other.id === row.id) : list[index];
};

/** Whether a control can show a value. It cannot show rich data, such as a `Map`, whose conversion to text may throw. */
const isShown = (value: unknown): boolean =>
	typeof value !== 'symbol' &&
	(typeof value !== 'object' || value === null || Array.isArray(value));

const isSameText = (from: unknown, to: unknown): boolean =>
	isShown(to) && String(from) === String(to);

/** Lists the differences between a page's old and new data. */
export const changesOf = (before: unknown, after: unknown): DataChange[] => {
	const changes: DataChange[] = [];
	let count = 0;
	/** The records and lists around a value, because data may be cyclic. */
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
	if (before !== after) compare(before, after, '');
	return count > MOST ? [] : changes;
};

const textOf = (value: unknown): string => String(value ?? '');

/** Converts a value of the data into a control's value, of the same kind as `like`. */
const valueFor = (data: unknown, like: Value): Value | undefined => {
	if (typeof like === 'boolean') return typeof data === 'boolean' ? data : undefined;
	if (Array.isArray(like)) return isListOfTexts(data) ? (data as unknown[]).map(textOf) : undefined;
	return typeof data === 'object' && data !== null ? undefined : textOf(data);
};

/** Whether two values are the same to a user: the order of selected values does not count. */
export const isSame = (one: Value | undefined, other: Value | undefined): boolean =>
	Array.isArray(one) && Array.isArray(other)
		? one.length === other.length && one.every((item) => other.includes(item))
		: one === other;

/** The part of a control's name that names the value in its record: `name` in `person[name]`. */
const keyOf = (name: string): string | undefined => name.split(/[.[\]]+/).findLast(Boolean);

/** A control, or a group of controls, as the data is compared with it. */
export interface Rendered {
	/** The value that the page has rendered. */
	rendered: Value;
	/** Its current value, which usually is the saved value. */
	held: Value;
	name: string;
	/** The ids in its form, one of which may identify the record. */
	ids: Set<string>;
}

const isOf = ({ key, row }: DataChange, { name, ids }: Rendered): boolean =>
	key === keyOf(name) && (row === undefined || (row !== null && ids.has(row)));

/**
 * Finds the value that a control should show after its page's data has changed, if it shows a copy of that data: the
 * value that has replaced the rendered one. The origin of state that is initialised from data is unknown, so the value
 * is found by value and name.
 *
 * @returns `rendered` if the data has no such value
 */
export const followData = (control: Rendered, changes: DataChange[]): Value => {
	const { rendered, held, name } = control;
	const fitting = changes.filter(({ from }) => isSame(valueFor(from, rendered), rendered));
	// Many values in a page's data are empty or true.
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
