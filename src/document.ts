import { prepareAlert, showAlert } from './document/alert.ts';
import { realm } from './document/make/realm.ts';
import { enhanceAll } from './document/start.ts';
import { whyNative } from './document/why-native.ts';
import type { EnhanceOptions } from './form/types.ts';
import { noteDocuments } from './navigation/early-documents.ts';
import { loadDocuments } from './navigation/load-documents.ts';
import { DOCUMENT_MARK } from './protocol/wire.ts';
import { enhance, enhanceForms } from './runtime.ts';

/** Options for sending the forms of a page and showing the pages that come back. */
export interface DocumentOptions extends EnhanceOptions {
	/** Morphs the shown document into the received one instead of making a new one. Default: as `<html data-softpost-morph>` says in both. */
	morph?: boolean;
}

/** Delays loading the code that makes documents until the user's first interaction. */
const loadLater = (): void => {
	for (const type of ['focusin', 'pointerover'])
		addEventListener(type, () => void loadDocuments(), { once: true, passive: true });
	// The history of this tab has documents that softpost has made.
	if (history.state?.[DOCUMENT_MARK]) void loadDocuments();
};

/**
 * Enhances every POST form of the document, including forms in open shadow trees and forms that are added later.
 * Shows responses as the browser would. Keeps no reference to forms that have left.
 *
 * @param options see {@link DocumentOptions}
 * @returns `destroy`, which gives the forms back to the browser, except those that have been submitted
 * @example
 * import { start } from 'softpost/document';
 * start({ concurrency: 'drop' });
 */
export const start = ({ morph, ...options }: DocumentOptions = {}): { destroy(): void } => {
	realm().morph = morph;
	noteDocuments({ whyNative, prepare: prepareAlert, showError: showAlert });
	loadLater();
	return enhanceAll({
		document: () => enhanceForms(options),
		form: (form) => void enhance(form, options)
	});
};
