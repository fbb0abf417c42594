import { doc } from './doc.ts';
let composing: EventTarget | null = null;

/**
 * Notes when a word is composed (by an input method, a dead key, a phone's keyboard): focus that moves then
 * takes the rest of the word to another field.
 */
export const noteComposition = ({ type, target }: Event): void => {
	composing = type === 'compositionstart' ? target : null;
};

/** Its end is not always told, but it never outlives the focus. */
export const isComposing = (): boolean => !!composing && composing === doc.activeElement;
