import { prepareAlert, showAlert } from './document/alert.ts';
import { realm } from './document/make/realm.ts';
import { enhanceAll } from './document/start.ts';
import { whyNative } from './document/why-native.ts';
import type { EnhanceOptions } from './form/types.ts';
import { beginEarly } from './navigation/document-navigator.ts';
import { enhance, enhanceForms } from './runtime.ts';

/** How the forms of a page are sent, and what becomes of the pages that come back. */
export interface DocumentOptions extends EnhanceOptions {
	/** Changes the shown document into the one that has come, instead of making a new one. Default: what `<html data-softpost-morph>` says on both. */
	morph?: boolean;
}

/**
 * Enhances every POST form of the document, present and to come, in open shadow trees too; none is held that has
 * left. What the server answers is shown as the browser would show it.
 *
 * @param options see {@link DocumentOptions}
 * @returns the undo, for the forms that have not been submitted
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
