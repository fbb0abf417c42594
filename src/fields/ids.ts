import { baseOf } from './name.ts';

/** Makes a text usable in an id, which must not contain spaces, because they separate lists of ids. */
const word = (text: string): string => text.replace(/[\s%]/g, encodeURIComponent);

/** The id of the control with a name, in the form with a key. */
export const controlId = (key: string | undefined, name: string): string =>
	word(`${key ?? 'field'}-${baseOf(name)}`);

/** The id of one button of a group. */
export const buttonId = (key: string | undefined, name: string, value: string): string =>
	`${controlId(key, name)}-${word(value)}`;

/** The id of a field's message. */
export const messageId = (key: string | undefined, name: string, index: number): string =>
	`${controlId(key, name)}-issue-${index}`;
