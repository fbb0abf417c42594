import { doc } from '../dom/doc.ts';

/** The forms of the document, and the controls that may have none. */
export const fieldElements = (): Iterable<Element> =>
	doc.querySelectorAll('form,input,select,textarea');
