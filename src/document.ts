import { prepareAlert, showAlert } from './document/alert.ts';
import { realm } from './document/make/realm.ts';
import { enhanceAll } from './document/start.ts';
import { whyNative } from './document/why-native.ts';
import type { EnhanceOptions } from './form/types.ts';
import { beginEarly } from './navigation/document-navigator.ts';
import { enhance, enhanceForms } from './runtime.ts';

/** Options for sending the forms of a page and showing the pages that come back. */
export interface DocumentOptions extends EnhanceOptions {
	/** Morphs the shown document into the received one instead of making a new one. Default: as `<html data-softpost-morph>` says in both. */
	morph?: boolean;
}

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
	beginEarly({ whyNative, prepare: prepareAlert, showError: showAlert });
	return enhanceAll({
		document: () => enhanceForms(options),
		form: (form) => void enhance(form, options)
	});
};
