import { doc } from './doc.ts';
let composing: EventTarget | null = null;

/**
 * Records when a word is being composed (with an input method, a dead key, a phone's keyboard). If the focus moved
 * now, the rest of the word would go to another field.
 */
export const noteComposition = ({ type, target }: Event): void => {
	composing = type === 'compositionstart' ? target : null;
};

/** The end event may be missing, but a composition never outlives the focus. */
export const isComposing = (): boolean => !!composing && composing === doc.activeElement;
